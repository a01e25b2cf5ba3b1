import { type Fen, fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { paidFen, settledRefundFen } from '../refund/refundable.ts'
import type { Vertical } from '../vertical.ts'
import { decideTip, give, takeBack } from './decide-tip.ts'
import { elsewhereFen, takenBackEntries } from './taken-back.ts'
import type { TipDetail } from './tip-detail.ts'
import type { TipEffect } from './tip-effect.ts'
import type { TipEvent } from './tip-event.ts'
import { type TipView, viewTip } from './tip-view.ts'
import { nextTipProgress } from './transitions.ts'

/**
 * Tipping. Nothing is held for a tip, so it is revivable: money that comes after the order expired makes it a tip all the
 * same. Virtual payment cannot be closed, so this happens more often than on other rails.
 */
export const tip: Vertical<TipDetail, TipEvent, TipEffect, TipView> = {
  name: 'tip',
  rail: 'virtualPayment',
  paid: (order, nowMs) => {
    const { detail } = order
    if (detail.sale.kind === 'goods') return give(order, nowMs)
    const progress = nextTipProgress(detail.progress, 'fill')
    if (progress === undefined) return { detail }
    const effect: TipEffect = { kind: 'tip.spendCoins', coins: detail.sale.coins }
    return { detail: { ...detail, progress }, effects: [{ key: 'coins:spend', effect }] }
  },
  released: ({ detail }) => ({ detail }),
  refundedInFull: (order) => takeBack(order),
  // WeChat refunds coins that are there: those that were spent on the tip come back first, and all at once.
  refundRefusal: ({ detail }, { by, amountFen, leftFen }) =>
    by === 'owner' && detail.sale.kind === 'coins' && amountFen < leftFen
      ? { code: 'REFUND_WHOLE_ONLY', refundableFen: leftFen }
      : undefined,
  refundSettled: ({ detail }, refund) => ({
    detail,
    effects: [{ key: `post:${refund.outRefundNo}`, effect: { kind: 'tip.post' } }],
  }),
  revivable: () => true,
  decide: decideTip,
  entries: takenBackEntries,
  view: viewTip,
}

/** What the tip counts on the board: what was paid and is not back. Nothing as long as it is not given, or once it goes back. */
export const countedTipFen = (order: Order): Fen => {
  const { detail } = order
  if (detail.vertical !== 'tip' || detail.progress !== 'given') return fen(0)
  return fen(Math.max(0, paidFen(order, order.paidBy) - settledRefundFen(order) - elsewhereFen(detail)))
}
