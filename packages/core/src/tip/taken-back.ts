import { type LedgerEntry, moveMoney } from '../ledger/ledger-entry.ts'
import { type Fen, fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { refundableFen } from '../refund/refundable.ts'
import type { TipDetail } from './tip-detail.ts'

/** What went back without a refund of ours. */
export const elsewhereFen = (detail: TipDetail): Fen =>
  fen((detail.takenBackBy ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0))

/** What our own refunds and everybody else's leave of the payment. */
export const leftOfTipFen = (order: Order<TipDetail>): Fen =>
  fen(Math.max(0, refundableFen(order as Order, order.paidBy) - elsewhereFen(order.detail)))

/** In the books it leaves our account at WeChat at once: nobody here ever owed it. */
export const takenBackEntries = ({ orderNo, detail }: Order<TipDetail>): readonly LedgerEntry[] =>
  (detail.takenBackBy ?? []).map(({ key, amountFen: amount, atMs }) =>
    moveMoney(`tip:${orderNo}:${key}`, { from: 'wechat', to: 'sales:tip', amount, atMs, orderNo }),
  )
