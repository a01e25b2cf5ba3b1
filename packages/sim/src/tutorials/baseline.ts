import { live } from '../engine/life.ts'
import { tutorials } from './index.ts'
import { type Climate, climates, liveTutorial, weatherIn } from './live-tutorial.ts'

export interface Baseline {
  readonly lives: number
  readonly rows: readonly {
    readonly system: string
    /** Lives with at least one broken promise of money, per 1,000. */
    readonly per1000: Readonly<Record<Climate, number>>
    readonly promises: Readonly<Record<string, number>>
  }[]
}

/** The five tutorials and ours, in the same climates, from the same seed. */
export const baseline = async (seed: number, lives: number): Promise<Baseline> => {
  const rows: Baseline['rows'][number][] = []
  const row = async (system: string, wrongsOf: (life: number, climate: Climate) => Promise<readonly string[]>) => {
    const per1000: Record<string, number> = {}
    const promises: Record<string, number> = {}
    for (const climate of climates) {
      let bad = 0
      for (let life = 0; life < lives; life++) {
        const wrongs = await wrongsOf(life, climate)
        if (wrongs.length > 0) bad++
        for (const promise of new Set(wrongs)) promises[promise] = (promises[promise] ?? 0) + 1
      }
      per1000[climate] = Math.round((1_000 * bad) / lives)
    }
    rows.push({ system, per1000: per1000 as Baseline['rows'][number]['per1000'], promises })
  }
  for (const tutorial of tutorials)
    await row(tutorial.id, (life, climate) => liveTutorial(tutorial, seed, life, climate))
  await row('taropay', async (life, climate) => {
    const weather = (drawn: Parameters<typeof weatherIn>[1]) => weatherIn(climate, drawn)
    const { violations } = await live({
      seed,
      life,
      scene: climate === 'attackers' ? 'payAttacked' : 'payOne',
      coverage: new Map(),
      weather,
    })
    return violations.map(({ checker }) => checker)
  })
  return { lives, rows }
}
