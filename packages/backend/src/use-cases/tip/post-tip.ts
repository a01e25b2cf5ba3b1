import type { EffectRunner } from '../order/effect-runner.ts'
import { boardTipOf } from './board-tip.ts'
import { tipPortsOf } from './tip-ports.ts'

/** When a refund has usually arrived; the push that says so may be lost. */
const refundTakesMs = 30 * 60_000

/** Writes what the creator's page shows of the order as it is now, and has a refund that is under way looked after. */
export const postTip: EffectRunner<'tip.post'> = async (deps, order) => {
  const { board, signed } = tipPortsOf(deps)
  await board.put(boardTipOf(order))
  const pending = order.refunds.filter(({ state }) => state === 'requested' || state === 'accepted')
  const nextCheckMs = deps.clock.nowMs() + refundTakesMs
  for (const { outTradeNo } of pending) await signed.lookAgain(outTradeNo, nextCheckMs)
  return { kind: 'done' }
}
