import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundleLab } from '../lab/bundle-lab.ts'
import { catalogue } from '../mutants/index.ts'
import { explore } from './explore.ts'
import { exhaustiveScenes } from './scenes.ts'

const scene = (name: string, change: Partial<(typeof exhaustiveScenes)[number]> = {}) => {
  const found = exhaustiveScenes.find((one) => one.name.startsWith(name))
  if (found === undefined) throw new Error(`no scene ${name}`)
  return { ...found, ...change }
}

describe('every interleaving', { timeout: 600_000 }, () => {
  test('of an order that is paid, told, cancelled and refunded, with one call that fails: complete, and every promise is kept', async () => {
    const explored = await explore(scene('one order at the cashier', { faults: 1 }))
    expect(explored.violations).toEqual([])
    expect(explored.complete).toBe(true)
    expect(explored.states).toBeGreaterThan(100_000)
  })

  test('is walked once: the same scene has the same states, and more faults only add to them', async () => {
    const small = (faults: number) =>
      explore(
        scene('one order at the cashier', {
          faults,
          events: [],
          processes: scene('one order at').processes.slice(1, 2),
        }),
      )
    const [calm, again, one, two] = [await small(0), await small(0), await small(1), await small(2)]
    expect({ ...again, seconds: 0 }).toEqual({ ...calm, seconds: 0 })
    expect(one.states).toBeGreaterThan(calm.states)
    expect(two.states).toBeGreaterThan(one.states)
  })

  test('is not complete where the walk is stopped before its end', async () => {
    const explored = await explore(scene('one order at the cashier'), { mostStates: 100 })
    expect(explored).toMatchObject({ complete: false, states: 100 })
  })

  for (const [bug, name] of [
    ['cancelled-but-sold', 'one order at the cashier'],
    ['late-payment-kept', 'one order at the cashier'],
    ['oversold', 'two orders'],
    ['no-compare-and-set', 'two runners'],
  ] as const)
    test(`finds our code broken by “${bug}”, and tells how`, async () => {
      const patches = catalogue.find(({ id }) => id === bug)?.patches ?? []
      const broken = (await import(pathToFileURL(await bundleLab(patches, 'exhaustive/index.ts')).href)) as {
        readonly explore: typeof explore
        readonly exhaustiveScenes: typeof exhaustiveScenes
      }
      const there = broken.exhaustiveScenes.find((one) => one.name.startsWith(name))
      if (there === undefined) throw new Error(`no scene ${name}`)
      const { violations } = await broken.explore({ ...there, faults: 0 }, { stopAtViolation: true })
      expect(violations.length).toBeGreaterThan(0)
      expect(violations[0]?.story.length).toBeGreaterThan(2)
    })
})
