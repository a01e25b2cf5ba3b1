import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { functions, planOf } from './exam.ts'

test('the exam finds the entries of the trade that is examined', () => {
  expect(planOf(functions)).toMatch(/pay-exam\.json$/)
  expect(() => planOf(fileURLToPath(new URL('..', import.meta.url)))).toThrow('has a pay-exam.json')
})
