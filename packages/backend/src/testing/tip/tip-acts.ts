import { fen, type OpenId, type OrderNo, type OutTradeNo, type TipView } from '@pay/core'
import { readPush } from '../../adapters/virtual-payment/read-push.ts'
import { keepHouse } from '../../use-cases/housekeeping/keep-house.ts'
import { orderHandlers } from '../../use-cases/order/order-handlers.ts'
import { ownerActs } from '../../use-cases/owner/common-owner-handlers.ts'
import { handlePush } from '../../use-cases/tip/handle-push.ts'
import { tipHandlers } from '../../use-cases/tip/tip-handlers.ts'
import { buyer, requestId } from '../memory-world.ts'
import type { TipWorld } from './tip-world.ts'

const hour = 3_600_000

export const askedTip = (name: string, amountFen = 500, more: object = {}) => ({
  requestId: requestId(name),
  creatorId: 'potter',
  amountFen: fen(amountFen),
  message: '杯子很好看',
  giverName: '阿宁',
  anonymous: false,
  ...more,
})

/** What WeChat pushes when a tip is paid, but for its number. */
export const deliverPush = { MsgType: 'event', Event: 'xpay_goods_deliver_notify', OpenId: buyer, Env: 0 }

/** What people, WeChat and the timer do in the world that a test has just now. */
export const tipActs = (now: () => TipWorld) => {
  /** Placed with a fresh login and opened at the cashier, as a client does it. */
  const open = async (name: string, amountFen = 500, more: object = {}, user: OpenId = buyer) => {
    const { deps, xpay, call } = now()
    const input = { ...askedTip(name, amountFen, more), loginCode: xpay.login(user) }
    const placed = await tipHandlers(deps).placeOrder(input, call(user))
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusal))
    const code = xpay.open(user, placed.value.payment)
    if (code !== 0) throw new Error(`the cashier did not open: ${code}`)
    const { orderNo } = placed.value.order
    return { orderNo, outTradeNo: `${orderNo}-1` as OutTradeNo }
  }
  const refresh = async (orderNo: OrderNo, user: OpenId = buyer) => {
    const answer = await orderHandlers(now().deps).refresh({ orderNo }, now().call(user))
    if (!answer.ok) throw new Error(answer.refusal.code)
    return { ...answer.value, tip: answer.value.detail as TipView }
  }
  return {
    open,
    refresh,
    give: async (name: string, amountFen = 500, more: object = {}, user: OpenId = buyer) => {
      const { orderNo, outTradeNo } = await open(name, amountFen, more, user)
      now().xpay.pay(outTradeNo)
      await refresh(orderNo, user)
      return { orderNo, outTradeNo }
    },
    giveBack: (orderNo: OrderNo) => ownerActs(now().deps, orderNo, () => ({ kind: 'tip.giveBack' }), Number.MAX_VALUE),
    page: async () => {
      const answer = await tipHandlers(now().deps).getCreator({ creatorId: 'potter' }, now().call())
      if (!answer.ok) throw new Error(answer.refusal.code)
      return answer.value
    },
    clean: () => keepHouse(now().deps, now().deps.clock.nowMs() + hour),
    /** The kinds of all that waits for a person. */
    incidents: async () => (await now().deps.incidents.open({ limit: 20 })).items.map(({ kind }) => kind),
    push: (event: object, source: unknown = 'wx_unknown') => {
      const { deps, xpay } = now()
      return handlePush(deps, readPush(xpay.config, event, { source }), deps.clock.nowMs() + 2_000)
    },
  }
}
