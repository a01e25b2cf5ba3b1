import type { Distance } from '../../ports/errand/distance.ts'
import type { Payout } from '../../ports/errand/payout.ts'
import type { ReputationStore } from '../../ports/errand/reputation-store.ts'
import type { RunnerStore } from '../../ports/errand/runner-store.ts'
import type { Signer } from '../../ports/signer.ts'

/** What errands ask of the world beyond what all verticals share. A deployment without errands leaves it out. */
export interface ErrandPorts {
  readonly runners: RunnerStore
  readonly reputations: ReputationStore
  readonly distance: Distance
  readonly payout: Payout
  /** Signs quotes. */
  readonly signer: Signer
}

/** Present where errands are run. */
export interface ErrandDeps {
  readonly errand?: ErrandPorts
}

export const errandPortsOf = (deps: ErrandDeps): ErrandPorts => {
  if (deps.errand === undefined) throw new Error('no ports for errands: see this function’s composition root')
  return deps.errand
}
