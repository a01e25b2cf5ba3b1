import type { GoodsId, OpenId, OrderNo, RequestId, SkuId } from '../../identity/ids.ts'
import { fen } from '../../money/fen.ts'
import type { Order } from '../../order/order.ts'
import { placeOrder } from '../../order/place-order.ts'

/** 2026-11-21 12:00 in Beijing. */
export const sampleNowMs = Date.UTC(2026, 10, 21, 4)

export const sampleBuyer = 'oBuyer00000000000000000000aa' as OpenId

/** An order of one cup for ¥19.90, placed at `nowMs`. */
export const sampleOrder = (nowMs = sampleNowMs, totalFen = fen(1990)): Order =>
  placeOrder(
    {
      orderNo: '0123456789ABCDEFGHJKMNPQRS' as OrderNo,
      buyer: sampleBuyer,
      requestId: 'request-0000000001' as RequestId,
      requestDigest: 'digest',
      totalFen,
      body: '青瓷杯',
      clientIp: '127.0.0.1',
      nonce: 'nonce',
      detail: {
        vertical: 'shop',
        lines: [
          {
            goodsId: 'cup' as GoodsId,
            skuId: 'cup-green' as SkuId,
            title: '青瓷杯',
            spec: '',
            picture: '',
            unitFen: totalFen,
            quantity: 1,
            amountFen: totalFen,
          },
        ],
        price: { goodsFen: totalFen, freightFen: fen(0), discountFen: fen(0), totalFen },
        remark: '',
        fulfilment: 'none',
      },
    },
    nowMs,
  )
