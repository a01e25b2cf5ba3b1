import { describe, expect, test } from 'vitest'
import { bundleLab } from '../lab/bundle-lab.ts'
import { runOnAllCores } from '../lab/run-on-all-cores.ts'
import { catalogue } from '../mutants/index.ts'

/** A few of the known bugs, one for each kind of promise: the others are `pnpm sim --mutants`. */
const chosen = ['late-payment-kept', 'cancelled-but-sold', 'closed-without-asking', 'release-twice', 'another’s-order']

describe('the checkers', () => {
  for (const id of chosen)
    test(`notice ${id}`, { timeout: 600_000 }, async () => {
      const mutant = catalogue.find((one) => one.id === id)
      const lab = await bundleLab(mutant?.patches ?? [])
      const run = { seed: 1, lives: 5_000, threads: 1, stopAtViolation: true, scene: 'shop' }
      expect((await runOnAllCores(lab, run)).tally.violations).toBeGreaterThan(0)
    })
})
