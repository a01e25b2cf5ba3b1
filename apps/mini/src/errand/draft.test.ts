import { expect, test } from 'vitest'
import { emptyDraft, termsOf } from './draft.ts'

const home = { lat: 30.2, lng: 120.1, address: '文三路 90 号', door: '', name: '林青', phone: '13800000000' }

test('a price is asked for once both places are whole', () => {
  const draft = emptyDraft('send')
  expect(termsOf({ ...draft, to: home }, 0)).toBeUndefined()
  expect(termsOf({ ...draft, from: home, to: { ...home, phone: '1' } }, 0)).toBeUndefined()
  expect(termsOf({ ...draft, from: home, to: home, declared: '19.9' }, 0)?.terms).toEqual({
    kind: 'send',
    weightKg: 1,
    declaredFen: 1990,
    tipFen: 0,
    goodsFen: 0,
  })
})

test('money that cannot be read asks for no price', () => {
  expect(termsOf({ ...emptyDraft('send'), from: home, to: home, declared: '1.005' }, 0)).toBeUndefined()
})

test('buying needs a budget and no first place', () => {
  const draft = { ...emptyDraft('buy'), to: home }
  expect(termsOf(draft, 0)).toBeUndefined()
  expect(termsOf({ ...draft, goods: '50' }, 0)?.terms.goodsFen).toBe(5000)
})

test('in an hour is an hour from the moment of asking', () => {
  const draft = { ...emptyDraft('do'), to: home, afterMs: 3_600_000 }
  expect(termsOf(draft, 1_000)?.terms.wantedAtMs).toBe(3_601_000)
})
