import { bundleLab } from '../lab/bundle-lab.ts'
import { runOnAllCores } from '../lab/run-on-all-cores.ts'
import { catalogue } from '../mutants/index.ts'
import type { Mutant } from '../mutants/mutant.ts'
import { numberOf, type Options } from '../options.ts'

export interface Hunt {
  readonly id: string
  readonly bug: string
  readonly source: string
  readonly caught: boolean
  /** The promise that was broken. */
  readonly by?: string
  readonly alone?: boolean
  readonly lives: number
  readonly cpuSeconds: number
  readonly trouble?: string
}

/** Brings every known bug into our code, one at a time, and looks whether the lab notices. */
export const mutants = async (options: Options): Promise<number> => {
  const seed = numberOf(options.seed, 1)
  const chosen = catalogue.filter(({ id }) => options.only === undefined || options.only.split(',').includes(id))
  const hunts: Hunt[] = []
  for (const mutant of chosen) {
    const hunt = await hunted(mutant, seed, 1_000 * numberOf(options.patience, 60))
    hunts.push(hunt)
    if (options.json !== true) console.log(lineOf(hunt))
  }
  const missed = hunts.filter(({ caught }) => !caught)
  const figures = { total: hunts.length, caught: hunts.length - missed.length, missed: missed.map(({ id }) => id) }
  console.log(
    options.json === true
      ? JSON.stringify({ ...figures, seed, hunts })
      : `${figures.caught} of ${figures.total} caught`,
  )
  return missed.length === 0 ? 0 : 1
}

const hunted = async (mutant: Mutant, seed: number, patienceMs: number): Promise<Hunt> => {
  const { id, bug, source, patches, mask, scene } = mutant
  try {
    const alone = await livesUntilFound(patches, scene, seed, mask === undefined ? patienceMs : patienceMs / 3)
    if (alone.by !== undefined || mask === undefined)
      return { id, bug, source, caught: alone.by !== undefined, alone: true, ...alone }
    const unmasked = await livesThatDiffer(patches, mask.patches, scene, seed, patienceMs)
    return { id, bug, source, caught: unmasked.by !== undefined, alone: false, ...unmasked }
  } catch (error) {
    return { id, bug, source, caught: false, lives: 0, cpuSeconds: 0, trouble: String(error) }
  }
}

const livesUntilFound = async (patches: Mutant['patches'], scene: Mutant['scene'], seed: number, cpuMs: number) => {
  const lab = await bundleLab(patches)
  const { tally } = await runOnAllCores(lab, {
    seed,
    scene,
    lives: 100_000_000,
    cpuMs,
    stopAtViolation: true,
    threads: 1,
  })
  const [first] = tally.failures
  const by = first?.violations[0]?.checker
  return { ...(by === undefined ? {} : { by }), lives: tally.lives, cpuSeconds: Math.round(tally.cpuMs / 100) / 10 }
}

/** With the layer removed that covers for the bug: a life that is good without that layer, and bad with the bug as well. */
const livesThatDiffer = async (
  patches: Mutant['patches'],
  mask: Mutant['patches'],
  scene: Mutant['scene'],
  seed: number,
  cpuMs: number,
) => {
  const [bare, both] = [await bundleLab(mask), await bundleLab([...patches, ...mask])]
  const { tally } = await runOnAllCores(both, { seed, scene, lives: 100_000_000, cpuMs, threads: 1, mostFailures: 40 })
  const found: { lives: number; cpuSeconds: number; by?: string } = {
    lives: tally.lives,
    cpuSeconds: Math.round(tally.cpuMs / 100) / 10,
  }
  for (const { life, violations } of tally.failures) {
    const without = await runOnAllCores(bare, { seed, scene, lives: life + 1, from: life, threads: 1 })
    const by = violations[0]?.checker
    if (without.tally.violations === 0 && by !== undefined) return { ...found, by, lives: life + 1 }
  }
  return found
}

const lineOf = ({ id, caught, by, lives, cpuSeconds, trouble, alone }: Hunt): string =>
  `${caught ? '✓' : '✗'} ${id.padEnd(34)} ${caught ? `${by} in life ${lives}` : (trouble ?? `not in ${lives} lives`)} (${cpuSeconds} s)${alone === false ? ', unmasked' : ''}`
