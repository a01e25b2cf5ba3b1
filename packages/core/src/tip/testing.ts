import type { OpenId, OrderNo, RequestId } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import type { OrderEvent } from '../order/order-event.ts'
import { placeOrder } from '../order/place-order.ts'
import { type AskedTip, newTip } from './ask-tip.ts'
import type { Creator } from './creator.ts'
import type { TipDetail } from './tip-detail.ts'
import { tipPointsFen } from './tip-sale.ts'

/** Creators and tips for the tests of this folder. */
export const potter: Creator = {
  creatorId: 'potter',
  name: '陶艺小周',
  avatar: '',
  intro: '在龙泉做杯子',
  thanks: '谢谢你，明天多烧一窑',
  open: true,
  pointsFen: tipPointsFen,
  custom: { leastFen: fen(100), mostFen: fen(50_000) },
}

export const giver = 'oGiver00000000000000000000aa' as OpenId

export const asked = (amountFen: number, more: Partial<AskedTip> = {}): AskedTip => ({
  amountFen: fen(amountFen),
  giverName: '阿宁',
  message: '杯子很好看',
  anonymous: false,
  ...more,
})

/** A tip placed at 0 ms: 5 yuan unless told otherwise. */
export const placedTip = (
  amountFen = 500,
  more: Partial<AskedTip> = {},
  check: TipDetail['messageCheck'] = 'passed',
): Order => {
  const detail = newTip(potter, asked(amountFen, more), check)
  if (!detail.ok) throw new Error(detail.refusal.code)
  return placeOrder(
    {
      orderNo: 'T'.repeat(26) as OrderNo,
      buyer: giver,
      requestId: 'request-0123456789' as RequestId,
      requestDigest: 'digest',
      detail: detail.value,
      totalFen: detail.value.amountFen,
      body: '赞赏',
      clientIp: '127.0.0.1',
      nonce: 'nonce',
    },
    0,
  )
}

export const after = (order: Order, event: OrderEvent, nowMs = 1_000): Order => {
  const decided = decide(order, event, nowMs)
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
  return decided.value
}

export const paidTip = (order = placedTip(), nowMs = 1_000): Order => {
  const outTradeNo = order.attempts[0]?.outTradeNo
  if (outTradeNo === undefined) throw new Error('no attempt')
  const payment = { transactionId: 't1', totalFen: order.totalFen, paidAtMs: nowMs }
  return after(order, { kind: 'paymentSeen', outTradeNo, payer: giver, payment }, nowMs)
}

export const detailOf = (order: Order): TipDetail => {
  if (order.detail.vertical !== 'tip') throw new Error('not a tip')
  return order.detail
}

/** WeChat says that so much went back without us, and said it of the order as it stands. */
export const takenBack = (key: string, amountFen: number, { version }: Order): OrderEvent => ({
  kind: 'tip.takenBack',
  key,
  amountFen: fen(amountFen),
  atVersion: version,
})

export const waiting = (order: Order): readonly string[] => order.outbox.map(({ key }) => key)
