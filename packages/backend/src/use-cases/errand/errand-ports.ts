import type { Deps } from '../../deps.ts'
import type { Distance } from '../../ports/distance.ts'
import type { ReputationStore } from '../../ports/reputation-store.ts'
import type { RunnerStore } from '../../ports/runner-store.ts'
import type { Signer } from '../../ports/signer.ts'

/** What errands ask of the world beyond what all verticals share. A deployment without errands leaves it out. */
export interface ErrandPorts {
  readonly runners: RunnerStore
  readonly reputations: ReputationStore
  readonly distance: Distance
  /** Signs quotes. */
  readonly signer: Signer
}

export const errandPortsOf = (deps: Pick<Deps, 'errand'>): ErrandPorts => {
  if (deps.errand === undefined) throw new Error('no ports for errands: see this function’s composition root')
  return deps.errand
}
