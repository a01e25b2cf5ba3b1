import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runLives } from '../engine/run-lives.ts'
import { storyOf } from '../engine/story.ts'
import { guards } from '../guards/guards.ts'
import { bundleLab } from '../lab/bundle-lab.ts'
import { catalogue } from '../mutants/index.ts'
import { plainPay } from './plain-pay.ts'
import { Walker } from './walker.ts'

const scene = 'plainPay'

const told = async (walker: Walker, life: number) => {
  const story: string[] = []
  const outcome = await walker.live({ seed: 3, life, coverage: new Map(), tell: (line) => story.push(line) })
  return { ...outcome, story }
}

describe('walks through the plain pay flow', { timeout: 300_000 }, () => {
  test('keep every promise, with four faults and more in each', async () => {
    const tally = await runLives({ seed: 3, from: 0, to: 1_000, scene })
    expect(tally.failures).toEqual([])
    expect(tally).toMatchObject({ lives: 1_000, violations: 0 })
    expect(tally.fewestFaults).toBeGreaterThanOrEqual(4)
  })

  test('keep every promise beside a stranger who forges notices and tries the order of another', async () => {
    const tally = await runLives({ seed: 3, from: 0, to: 500, scene: 'plainPayAttacked' })
    expect(tally).toMatchObject({ lives: 500, violations: 0, failures: [] })
  })

  test('go the same way whether a step is looked up or found', async () => {
    const seasoned = new Walker(plainPay)
    for (let life = 0; life < 500; life++) await told(seasoned, life)
    for (const life of [0, 17, 4_711]) {
      const found = await told(new Walker(plainPay), life)
      expect(found.story.length).toBeGreaterThan(4)
      expect(await told(seasoned, life)).toEqual(found)
    }
  })

  test('are counted by call, state and fate', async () => {
    const coverage = new Map()
    const tally = await runLives({ seed: 3, from: 0, to: 50, scene, coverage })
    const cells = [...coverage.values()].flatMap((calls) => [...calls.values()])
    expect(cells.reduce((sum, one) => sum + one.reduce((a: number, b: number) => a + b, 0), 0)).toBe(tally.awaits)
  })

  test('are told again from their number', async () => {
    const lines: string[] = []
    const outcome = await storyOf(3, 17, scene, (line) => lines.push(line))
    expect(outcome.violations).toEqual([])
    expect(lines.at(-1)).toBe(`seed 3, life 17: ${outcome.awaits} awaits, ${outcome.faults} faults`)
  })

  test('find an order that a forged notice has paid', async () => {
    const guard = (wanted: string) => guards.find(({ id }) => id === wanted)?.removal ?? []
    const broken = (await import(
      pathToFileURL(await bundleLab([...guard('source'), ...guard('query')], 'engine/run-lives.ts')).href
    )) as { readonly runLives: typeof runLives }
    const tally = await broken.runLives({ seed: 3, from: 0, to: 100, scene: 'plainPayAttacked' })
    expect(tally.moneyLost).toBeGreaterThan(0)
  })

  for (const bug of ['cancelled-but-sold', 'late-payment-kept'])
    test(`find our code broken by “${bug}”`, async () => {
      const patches = catalogue.find(({ id }) => id === bug)?.patches ?? []
      const broken = (await import(pathToFileURL(await bundleLab(patches, 'engine/run-lives.ts')).href)) as {
        readonly runLives: typeof runLives
      }
      const { violations } = await broken.runLives({ seed: 3, from: 0, to: 500, scene })
      expect(violations).toBeGreaterThan(0)
    })
})
