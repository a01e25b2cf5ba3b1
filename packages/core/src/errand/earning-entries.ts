import { type Account, type LedgerEntry, moveMoney } from '../ledger/ledger-entry.ts'
import type { Order } from '../order/order.ts'
import type { ErrandDetail } from './errand-detail.ts'

/**
 * What the books say of the runner's part: out of the sales once it is his, and back when some of it is taken from him.
 * What is only frozen can still change, and is not in the books.
 */
export const earningEntries = ({ orderNo, detail }: Order<ErrandDetail>): readonly LedgerEntry[] => {
  const { runner, earningFen, earnedAtMs, clawedBack = {} } = detail
  if (runner === undefined || earningFen === undefined || earnedAtMs === undefined) return []
  const his: Account = `runner:${runner.openid}`
  const sales: Account = 'sales:errand'
  const earned =
    earningFen === 0
      ? []
      : [moveMoney(`earning:${orderNo}`, { from: his, to: sales, amount: earningFen, atMs: earnedAtMs, orderNo })]
  const back = Object.entries(clawedBack).flatMap(([key, { amountFen, atMs }]) =>
    amountFen === 0
      ? []
      : [moveMoney(`earning:${orderNo}:${key}`, { from: sales, to: his, amount: amountFen, atMs, orderNo })],
  )
  return [...earned, ...back]
}
