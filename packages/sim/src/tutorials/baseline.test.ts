import { expect, test } from 'vitest'
import { baseline } from './baseline.ts'

test('the five tutorials lose money where ours does not', { timeout: 120_000 }, async () => {
  const { rows } = await baseline(1, 60)
  const ours = rows.find(({ system }) => system === 'taropay')
  expect(Object.values(ours?.per1000 ?? { none: 1 })).toEqual([0, 0, 0, 0])
  for (const { system, per1000 } of rows) if (system !== 'taropay') expect(per1000.attackers).toBeGreaterThan(0)
})
