import { expect, it } from 'vitest'
import { after, delivered, detailOf, effectsOf, noon, refusalOf, taken } from './testing.ts'

const rate = (by: 'buyer' | 'runner', stars = 4, words = '准时') => ({ kind: 'errand.rate', by, stars, words }) as const
const confirmed = () => after(delivered(), { kind: 'errand.confirm' })

it.each([
  ['buyer', 'byBuyer', 'runner'],
  ['runner', 'byRunner', 'buyer'],
] as const)('what the %s says is kept, and counts for the other one', (by, field, about) => {
  const rated = after(confirmed(), rate(by), noon + 5)
  expect(detailOf(rated).ratings).toEqual({ [field]: { stars: 4, words: '准时', atMs: noon + 5 } })
  expect(effectsOf(rated)).toContainEqual({ kind: 'errand.countRating', about })
  expect(rated.outbox.map(({ key }) => key)).toContain(`rating:${by}`)
  expect(after(rated, rate(by), noon + 9)).toBe(rated)
  expect(refusalOf(rated, rate(by, 5))).toEqual({ code: 'RATED_BEFORE' })
  expect(refusalOf(rated, rate(by, 4, '很好'))).toEqual({ code: 'RATED_BEFORE' })
})

it.each(['confirmed', 'autoConfirmed', 'settled', 'split'] as const)('a task that is %s can be rated', (task) => {
  const order = confirmed()
  expect(refusalOf({ ...order, detail: { ...detailOf(order), task } }, rate('buyer'))).toBeUndefined()
})

it('a task that is still under way cannot', () => {
  expect(refusalOf(taken(), rate('runner'))).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
})
