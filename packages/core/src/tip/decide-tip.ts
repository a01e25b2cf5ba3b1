import type { Order } from '../order/order.ts'
import { err, ok, type Result } from '../result.ts'
import type { DetailChange } from '../vertical.ts'
import { leftOfTipFen } from './taken-back.ts'
import type { MessageCheck, TipDetail } from './tip-detail.ts'
import type { TipEffect } from './tip-effect.ts'
import type { TipEvent, TipEventRefusal } from './tip-event.ts'
import { nextTipProgress } from './transitions.ts'

type Change = DetailChange<TipDetail, TipEffect>
type Decided = Result<Change, TipEventRefusal>

/** What a tip's own event makes of its detail. */
export const decideTip = (order: Order<TipDetail>, event: TipEvent, nowMs: number): Decided => {
  switch (event.kind) {
    case 'tip.coinsSpent':
      // Spent after the decision to give back: the coins come back by an effect of that decision.
      return ok(order.detail.progress === 'toSpend' ? give(order, nowMs) : { detail: order.detail })
    case 'tip.messageChecked':
      return ok(
        order.detail.messageCheck === 'unchecked' ? judged(order.detail, event.verdict) : { detail: order.detail },
      )
    case 'tip.judgeMessage':
      return judge(order.detail, event.show ? 'passed' : 'hidden')
    case 'tip.giveBack':
      return giveBack(order)
    case 'tip.takenBack':
      return ok(takenBack(order, event, nowMs))
  }
}

/** The creator has it: the delivery of a tip is the tip. */
export const give = (order: Order<TipDetail>, nowMs: number): Change => {
  const { detail } = order
  const progress = nextTipProgress(detail.progress, 'give')
  if (progress === undefined) return { detail }
  const paid = order.attempts.find(({ outTradeNo }) => outTradeNo === order.paidBy)?.paid
  return {
    detail: { ...detail, progress, givenAtMs: paid?.paidAtMs ?? nowMs },
    effects: [
      ...(detail.messageCheck === 'unchecked' ? [{ key: 'message', effect: checkMessage }] : []),
      { key: 'post:given', effect: post },
      ...(detail.sale.kind === 'goods' ? [{ key: 'provide', effect: { kind: 'tip.provide' } as const }] : []),
    ],
    history: [{ by: 'system', what: 'tip.given' }],
    completes: true,
  }
}

/** Off the board as soon as it is decided, not only when the money has arrived. */
export const takeBack = ({ detail }: Order<TipDetail>): Change => {
  const progress = nextTipProgress(detail.progress, 'takeBack')
  if (progress === undefined) return { detail }
  const { sale } = detail
  return {
    detail: { ...detail, progress },
    effects: [
      // Also of coins that may not be spent yet: an answer may have been lost, and WeChat knows.
      ...(sale.kind === 'coins'
        ? [{ key: 'coins:return', effect: { kind: 'tip.returnCoins', coins: sale.coins } as const }]
        : []),
      { key: 'post:takenBack', effect: post },
    ],
    history: [{ by: 'system', what: 'tip.takenBack' }],
  }
}

const post: TipEffect = { kind: 'tip.post' }
const checkMessage: TipEffect = { kind: 'tip.checkMessage' }

const judge = (detail: TipDetail, messageCheck: 'passed' | 'hidden'): Decided =>
  detail.message === '' && detail.giverName === '' ? err({ code: 'NO_MESSAGE' }) : ok(judged(detail, messageCheck))

const judged = (detail: TipDetail, messageCheck: MessageCheck): Change => {
  if (detail.messageCheck === messageCheck) return { detail }
  // What went back is not shown any more, but its words still wait on the owner's list.
  const posted = detail.progress === 'given' || detail.progress === 'takenBack'
  const effects = posted ? [{ key: `post:${messageCheck}`, effect: post }] : []
  return {
    detail: { ...detail, messageCheck },
    effects,
    history: [{ by: 'system', what: `tip.message.${messageCheck}` }],
  }
}

const giveBack = (order: Order<TipDetail>): Decided => {
  const { detail } = order
  if (detail.progress === 'takenBack') return ok({ detail })
  if (nextTipProgress(detail.progress, 'takeBack') === undefined)
    return err({ code: 'TIP_NOT_NOW', progress: detail.progress })
  const amountFen = leftOfTipFen(order)
  // Moved here, not by the refund: when a part is back already, the rest is not a refund in full to the order's own rules.
  return ok({ ...takeBack(order), refunds: [{ key: 'tip', amountFen, reason: 'merchantDecision' }] })
}

/** Counts once, and only while nothing has changed. When nothing of the payment is left, the tip is taken back. */
const takenBack = (
  order: Order<TipDetail>,
  { key, amountFen, atVersion }: Extract<TipEvent, { kind: 'tip.takenBack' }>,
  atMs: number,
): Change => {
  const known = order.detail.takenBackBy ?? []
  if (order.version !== atVersion || known.some((back) => back.key === key)) return { detail: order.detail }
  const detail: TipDetail = { ...order.detail, takenBackBy: [...known, { key, amountFen, atMs }] }
  const next = { ...order, detail }
  const change = leftOfTipFen(next) === 0 ? takeBack(next) : { detail, effects: [{ key: `post:${key}`, effect: post }] }
  const line = { by: 'wechat', what: 'tip.refundedElsewhere', facts: { amountFen, number: key } } as const
  return { ...change, history: [line, ...(change.history ?? [])] }
}
