import { walkerOf } from '../walks/walkers.ts'
import type { LifeOutcome } from './life.ts'
import { live } from './life.ts'

/** One life again, told: who did what, which fault struck, how every order changed, and which promises were broken. */
export const storyOf = async (
  seed: number,
  life: number,
  scene: string | undefined,
  print: (line: string) => void,
): Promise<Omit<LifeOutcome, 'stage'>> => {
  let step = 0
  const tell = (line: string) => print(`${String(++step).padStart(4)}  ${line}`)
  const again = { seed, life, coverage: new Map(), tell }
  const walker = walkerOf(scene)
  const { faults, awaits, violations } = await (walker?.live(again) ?? live({ ...again, scene }))
  const outcome = { faults, awaits, violations }
  print('')
  for (const { checker, what } of outcome.violations) print(`BROKEN  ${checker}: ${what}`)
  if (outcome.violations.length === 0) print('Every promise was kept.')
  print(`seed ${seed}, life ${life}: ${outcome.awaits} awaits, ${outcome.faults} faults`)
  return outcome
}
