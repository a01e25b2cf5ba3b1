import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitHold } from './commit-hold.ts'
import { endedBefore, forgetHolds, heldBefore } from './forget.ts'
import { type HoldRecord, newHoldRecord } from './hold-record.ts'
import { releaseHold } from './release-hold.ts'
import { reserveHold } from './reserve-hold.ts'
import { restock, setAvailable } from './set-available.ts'
import { takeBackHold } from './take-back-hold.ts'

const a = { claim: 'a', quantity: 2 }
const three = newHoldRecord(3)
const held = reserveHold(three, a, 1).record
const sold = commitHold(held, a, 2).record

describe('what orders compete for', () => {
  it('is set aside once, however often it is asked for', () => {
    expect(held).toEqual({ version: 2, available: 1, holds: { a: { state: 'held', quantity: 2, atMs: 1 } } })
    expect(reserveHold(held, a, 9)).toEqual({ answer: 'reserved', record: held })
    expect(reserveHold(held, a, 9).record).toBe(held)
    expect(reserveHold(sold, a, 9)).toEqual({ answer: 'reserved', record: sold })
  })

  it('is refused when too few are there, and nothing changes', () => {
    expect(reserveHold(held, { claim: 'b', quantity: 2 }, 1)).toEqual({ answer: 'short', record: held })
    expect(reserveHold(held, { claim: 'b', quantity: 1 }, 1)).toMatchObject({
      answer: 'reserved',
      record: { available: 0 },
    })
  })

  it('is gone once committed; committing what is not held says so', () => {
    expect(sold).toEqual({ version: 3, available: 1, holds: { a: { state: 'committed', quantity: 2, atMs: 2 } } })
    expect(commitHold(held, a, 2).answer).toBe('committed')
    expect(commitHold(sold, a, 9)).toEqual({ answer: 'committed', record: sold })
    expect(commitHold(sold, a, 9).record).toBe(sold)
    expect(commitHold(three, a, 9)).toEqual({ answer: 'missing', record: three })
    expect(commitHold(releaseHold(held, a, 2).record, a, 9).answer).toBe('missing')
  })

  it('can be had again once released, and a reserve that comes later finds the claim over', () => {
    const released = releaseHold(held, a, 2)
    expect(released).toEqual({
      answer: 'released',
      record: { version: 3, available: 3, holds: { a: { state: 'released', quantity: 2, atMs: 2 } } },
    })
    expect(releaseHold(released.record, a, 3)).toEqual({ answer: 'released', record: released.record })
    expect(releaseHold(released.record, a, 3).record).toBe(released.record)
    expect(reserveHold(released.record, a, 3)).toEqual({ answer: 'over', record: released.record })
    const early = releaseHold(three, a, 2).record
    expect(early).toMatchObject({ available: 3, holds: { a: { state: 'released', quantity: 0 } } })
    expect(reserveHold(early, a, 3).answer).toBe('over')
    expect(releaseHold(sold, a, 3)).toEqual({ answer: 'committed', record: sold })
  })

  it('comes back in parts, each once, never more than was sold', () => {
    const one = takeBackHold(sold, { claim: 'a', quantity: 1, part: 'as1' }, 3)
    expect(one).toMatchObject({ answer: 'back', record: { available: 2, holds: { a: { back: { as1: 1 }, atMs: 3 } } } })
    expect(takeBackHold(one.record, { claim: 'a', quantity: 1, part: 'as1' }, 4).record).toBe(one.record)
    expect(takeBackHold(one.record, { claim: 'a', quantity: 1, part: 'as1' }, 4).answer).toBe('back')
    expect(takeBackHold(one.record, { claim: 'a', quantity: 2, part: 'as2' }, 4)).toEqual({
      answer: 'tooMany',
      record: one.record,
    })
    expect(takeBackHold(one.record, { claim: 'a', quantity: 1, part: 'as2' }, 4).record.available).toBe(3)
    expect(takeBackHold(held, { ...a, part: 'as1' }, 3)).toEqual({ answer: 'notCommitted', record: held })
    expect(takeBackHold(three, { ...a, part: 'as1' }, 3).answer).toBe('notCommitted')
  })

  it('is counted anew by the owner, never below nothing', () => {
    expect(setAvailable(held, 7)).toEqual({ ...held, version: 3, available: 7 })
    expect(restock(held, 5).available).toBe(6)
    expect(restock(held, -5).available).toBe(0)
    for (const wrong of [-1, 0.5, Number.NaN]) {
      expect(() => setAvailable(held, wrong)).toThrow(`not a number of pieces: ${wrong}`)
      expect(() => newHoldRecord(wrong)).toThrow(RangeError)
      expect(() => reserveHold(three, { claim: 'b', quantity: wrong }, 0)).toThrow(RangeError)
      expect(() => takeBackHold(sold, { claim: 'a', quantity: wrong, part: 'p' }, 0)).toThrow(RangeError)
    }
  })

  it('forgets claims that ended long ago, and never one that is held', () => {
    const record = reserveHold(sold, { claim: 'b', quantity: 1 }, 2).record
    expect(endedBefore(record, 3)).toEqual(['a'])
    expect(endedBefore(record, 2)).toEqual([])
    expect(heldBefore(record, 3)).toEqual(['b'])
    expect(heldBefore(record, 2)).toEqual([])
    expect(Object.keys(forgetHolds(record, ['a', 'b']).holds)).toEqual(['b'])
    expect(forgetHolds(record, ['a']).version).toBe(record.version + 1)
    expect(forgetHolds(record, ['b', 'c'])).toBe(record)
  })

  it('adds up to what came in, whatever calls come in whatever order, and each of them may be repeated', () => {
    const claim = fc.record({ claim: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 3 }) })
    const call = fc.tuple(fc.constantFrom('reserve', 'commit', 'release', 'takeBack'), claim)
    const run = (record: HoldRecord, [name, one]: readonly [string, { claim: string; quantity: number }]) => {
      if (name === 'reserve') return reserveHold(record, one, 0).record
      if (name === 'commit') return commitHold(record, one, 0).record
      if (name === 'release') return releaseHold(record, one, 0).record
      return takeBackHold(record, { ...one, part: `p${one.quantity}` }, 0).record
    }
    fc.assert(
      fc.property(fc.array(call, { maxLength: 30 }), (calls) => {
        let record = newHoldRecord(5)
        for (const one of calls) {
          record = run(record, one)
          expect(run(record, one)).toBe(record)
          const out = Object.values(record.holds).map(({ state, quantity, back }) => {
            const returned = Object.values(back ?? {}).reduce((sum, pieces) => sum + pieces, 0)
            expect(returned).toBeLessThanOrEqual(quantity)
            return state === 'released' ? 0 : quantity - returned
          })
          expect(record.available + out.reduce((sum, pieces) => sum + pieces, 0)).toBe(5)
          expect(record.available).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
