import { describe, expect, test } from 'vitest'
import { bundleLab } from '../lab/bundle-lab.ts'
import { runOnAllCores } from '../lab/run-on-all-cores.ts'
import { live } from './life.ts'
import { regressions } from './regressions.ts'

describe('whole lives', () => {
  test('20,000 of them break no promise, under four faults each or more', { timeout: 600_000 }, async () => {
    const { tally, coverage } = await runOnAllCores(await bundleLab(), { seed: 2026, lives: 20_000 })
    expect(tally.failures).toEqual([])
    expect(tally).toMatchObject({ lives: 20_000, violations: 0 })
    expect(tally.fewestFaults).toBeGreaterThanOrEqual(4)
    for (const process of [
      'housekeeping',
      'pay-notice',
      'shop.placeOrder',
      'errand.take',
      'owner.refund',
      'order.cancel',
    ])
      expect([...coverage.keys()]).toContain(process)
  })

  test('the same seed and number live the same life, whatever was lived before', async () => {
    const told = async (life: number) => {
      const lines: string[] = []
      await live({ seed: 7, life, coverage: new Map(), tell: (line) => lines.push(line) })
      return lines
    }
    const alone = await told(11)
    for (let life = 0; life < 11; life++) await told(life)
    expect(await told(11)).toEqual(alone)
    expect(alone.length).toBeGreaterThan(10)
  })

  for (const { seed, life, scene, what } of regressions)
    test(`never again: ${what}`, async () => {
      expect((await live({ seed, life, scene, coverage: new Map() })).violations).toEqual([])
    })
})
