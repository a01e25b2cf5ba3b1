import { expect, test } from 'vitest'
import { assault } from './attack.ts'
import { fuzz } from './fuzz.ts'

test('hostile inputs are refused everywhere, nothing is told, nobody else’s order moves', {
  timeout: 600_000,
}, async () => {
  const { wrongs, calls } = await assault()
  expect(wrongs).toEqual([])
  expect(calls).toBeGreaterThan(100_000)
})

test('whatever is done to an input, no function crashes', { timeout: 600_000 }, async () => {
  expect((await fuzz(1, 2_000)).wrongs).toEqual([])
})
