import type { OrderNo } from '../../identity/ids.ts'
import { subtractFen, sumFen } from '../../money/calculate.ts'
import { type Fen, fen } from '../../money/fen.ts'
import { next } from './apply.ts'
import type { Earning, Runner } from './runner.ts'

/** Earned, and not to be withdrawn yet. Comes before the settlement, or changes nothing. */
export const freezeEarning = (runner: Runner, orderNo: OrderNo, amountFen: Fen, nowMs: number): Runner =>
  runner.earnings[orderNo] === undefined
    ? withEarning(runner, orderNo, { state: 'frozen', amountFen, atMs: nowMs })
    : runner

/** What he gets of this task in the end, whatever was frozen: it joins the balance, once. */
export const settleEarning = (runner: Runner, orderNo: OrderNo, amountFen: Fen, nowMs: number): Runner => {
  const before = runner.earnings[orderNo]
  if (before?.state === 'settled') return runner
  const settled: Earning = { ...before, state: 'settled', amountFen, atMs: nowMs }
  return withEarning({ ...runner, ...balance(runner, amountFen) }, orderNo, settled)
}

/** Taken back after the settlement, each decision once. What is withdrawn already he owes. */
export const clawBack = (runner: Runner, orderNo: OrderNo, part: string, amountFen: Fen, nowMs: number): Runner => {
  // Before the settlement only when effects overtake each other; then the settlement comes as if on top.
  const before = runner.earnings[orderNo] ?? { state: 'frozen', amountFen, atMs: nowMs }
  if (before.clawedBack?.[part] !== undefined) return runner
  const earning = { ...before, clawedBack: { ...before.clawedBack, [part]: amountFen } }
  return withEarning({ ...runner, ...balance(runner, -amountFen) }, orderNo, earning)
}

/** All that waits for the end of a dispute window. */
export const frozenFen = ({ earnings }: Pick<Runner, 'earnings'>): Fen =>
  sumFen(Object.values(earnings).flatMap(({ state, amountFen }) => (state === 'frozen' ? [amountFen] : [])))

/** The balance after so many fen more, or fewer. */
export const balance = (
  { availableFen, owedFen }: Pick<Runner, 'availableFen' | 'owedFen'>,
  more: number,
): Pick<Runner, 'availableFen' | 'owedFen'> => {
  const net = availableFen - owedFen + more
  return { availableFen: fen(Math.max(net, 0)), owedFen: fen(Math.max(-net, 0)) }
}

/** What a task brought after all that was taken back. */
export const netEarningFen = ({ amountFen, clawedBack = {} }: Earning): Fen =>
  subtractFen(amountFen, sumFen(Object.values(clawedBack)))

const withEarning = (runner: Runner, orderNo: OrderNo, earning: Earning): Runner =>
  next(runner, { earnings: forgetOldest({ ...runner.earnings, [orderNo]: earning }) })

/** The document keeps the last tasks that are settled; the orders themselves and the ledger keep all. */
export const keptEarnings = 500

const forgetOldest = (earnings: Runner['earnings']): Runner['earnings'] => {
  const settled = Object.entries(earnings).filter(([, { state }]) => state === 'settled')
  if (settled.length <= keptEarnings) return earnings
  const [oldest] = settled.reduce((one, other) => (other[1].atMs < one[1].atMs ? other : one))
  return Object.fromEntries(Object.entries(earnings).filter(([orderNo]) => orderNo !== oldest))
}
