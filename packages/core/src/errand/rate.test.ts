import { expect, it } from 'vitest'
import { after, confirm, delivered, detailOf, effectsOf, noon, refusalOf, seenBy, taken } from './testing.ts'

const rate = (by: 'buyer' | 'runner', stars = 4, words = '准时') => ({ kind: 'errand.rate', by, stars, words }) as const
const confirmed = () => after(delivered(), confirm)

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

it('ratings are given once each way, when it is over', () => {
  const five = { kind: 'errand.rate', by: 'buyer', stars: 5, words: '准时' } as const
  expect(refusalOf(delivered(), five)).toEqual({ code: 'TASK_NOT_NOW', task: 'delivered' })
  const over = confirmed()
  expect(seenBy(over, 'buyer').actions).toContain('rate')
  const rated = after(over, five)
  expect(after(rated, five)).toBe(rated)
  expect(refusalOf(rated, { ...five, stars: 1 })).toEqual({ code: 'RATED_BEFORE' })
  expect(seenBy(rated, 'buyer').actions).not.toContain('rate')
  expect(effectsOf(rated)).toContainEqual({ kind: 'errand.countRating', about: 'runner' })
  const both = after(rated, { ...five, by: 'runner', stars: 4 })
  expect(detailOf(both).ratings).toMatchObject({ byBuyer: { stars: 5 }, byRunner: { stars: 4 } })
})
