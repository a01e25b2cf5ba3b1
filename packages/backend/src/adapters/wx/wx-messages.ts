import type { Messages } from '../../ports/messages.ts'
import { idsOf, type MessageTemplates } from './message-template.ts'
import { sendSubscribeMessage } from './send-subscribe-message.ts'
import type { WxCloud } from './wx-cloud.ts'
import { textOf } from './wx-error.ts'

/**
 * Subscribe messages and 发货信息 through the cloud's openapi. The latter by transaction number, because that needs no
 * merchant id at the right level.
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html
 */
export const wxMessages = (cloud: WxCloud, templates: MessageTemplates = {}): Messages => ({
  templateIds: idsOf(templates),
  send: (message) => sendSubscribeMessage(cloud, templates, message),
  async uploadShipping({ by = 'parcel', transactionId, payer, parcels, complete, what, atMs, phone }) {
    const itemDesc = [...what].slice(0, 120).join('')
    const split = by === 'parcel' && (parcels.length > 1 || !complete)
    try {
      await openapi(cloud).wxa.sec.order.uploadShippingInfo({
        orderKey: { orderNumberType: 2, transactionId },
        logisticsType: logisticsTypes[by],
        deliveryMode: split ? 2 : 1,
        isAllDelivered: complete,
        shippingList:
          by === 'runner'
            ? [{ itemDesc }]
            : parcels.map(({ carrier, trackingNo }) => ({
                trackingNo,
                expressCompany: carrier,
                itemDesc,
                ...(phone === undefined ? {} : { contact: { receiverContact: masked(phone) } }),
              })),
        uploadTime: new Date(atMs).toISOString(),
        payer: { openid: String(payer) },
      })
      return { kind: 'done' }
    } catch (error) {
      const reason = textOf(error)
      // 发货信息未更新: an earlier try, whose answer was lost, had been taken.
      return /\b10060023\b/.test(reason) ? { kind: 'done' } : { kind: 'failed', reason }
    }
  },
})

/** 物流模式: 1 is an express carrier, 2 somebody of the same city. */
const logisticsTypes = { parcel: 1, runner: 2 } as const

/** As WeChat wants it: the last four digits can be read. SF refuses a parcel without. */
const masked = (phone: string): string => `${phone.slice(0, -8)}****${phone.slice(-4)}`

interface OpenApi {
  readonly wxa: { readonly sec: { readonly order: { uploadShippingInfo(parameters: object): Promise<unknown> } } }
}

const openapi = (cloud: WxCloud) => cloud.openapi as unknown as OpenApi
