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
  const { stage: _, ...outcome } = await live({
    seed,
    life,
    scene,
    coverage: new Map(),
    tell: (line) => print(`${String(++step).padStart(4)}  ${line}`),
  })
  print('')
  for (const { checker, what } of outcome.violations) print(`BROKEN  ${checker}: ${what}`)
  if (outcome.violations.length === 0) print('Every promise was kept.')
  print(`seed ${seed}, life ${life}: ${outcome.awaits} awaits, ${outcome.faults} faults`)
  return outcome
}
