import type { EffectRunner } from '../order/effect-runner.ts'
import { boardTipOf } from './board-tip.ts'
import { tipPortsOf } from './tip-ports.ts'

/** Writes what the creator's page shows of the order as it is now. A tip that was never given is not on it. */
export const postTip: EffectRunner<'tip.post'> = async (deps, order) => {
  await tipPortsOf(deps).board.put(boardTipOf(order))
  return { kind: 'done' }
}
