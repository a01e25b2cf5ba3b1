import { memoryReputationStore } from '../../adapters/memory/errand/memory-reputation-store.ts'
import { memoryRunnerStore } from '../../adapters/memory/errand/memory-runner-store.ts'
import { memorySigner } from '../../adapters/memory/memory-signer.ts'
import { payoutByHand } from '../../adapters/system/errand/payout-by-hand.ts'
import { straightLineDistance } from '../../adapters/system/errand/straight-line-distance.ts'
import type { ErrandDeps } from '../../use-cases/errand/errand-ports.ts'

/** Nobody runs yet. */
export const errandMemoryPorts = (): Required<ErrandDeps> => ({
  errand: {
    runners: memoryRunnerStore(),
    reputations: memoryReputationStore(),
    distance: straightLineDistance,
    payout: payoutByHand,
    signer: memorySigner(),
  },
})
