import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyUpdate } from './update.ts'
import type { Doc } from './values.ts'

const update = (doc: Doc, change: Doc, query?: Doc) =>
  applyUpdate(doc, change, { nowMs: 0, ...(query === undefined ? {} : { query }) })

describe('an update', () => {
  it.each<[string, Doc, Doc, RegExp]>([
    [
      'two operators on one path',
      { a: 1 },
      { $set: { a: 1 }, $inc: { a: 1 } },
      /Updating the path 'a' would create a conflict at 'a'/,
    ],
    ['a path and its parent', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, /would create a conflict at 'a'/],
    ['_id', { _id: 1 }, { $set: { _id: 2 } }, /immutable field '_id'/],
    ['an unknown operator', {}, { $teleport: { a: 1 } }, /\$teleport/],
    ['a field without operator', {}, { a: 1 }, /Unknown modifier: a/],
    ['an empty name', {}, { $set: { 'a..b': 1 } }, /empty field name/],
    ['inc by a text', { a: 1 }, { $inc: { a: '1' } }, /non-numeric argument/],
    ['inc of null', { a: null }, { $inc: { a: 1 } }, /non-numeric type null/],
    ['mul of a list', { a: [] }, { $mul: { a: 1 } }, /non-numeric type array/],
    ['pop of a text', { a: 'x' }, { $pop: { a: 1 } }, /non-array type 'string'/],
    ['addToSet on null', { a: null }, { $addToSet: { a: 1 } }, /non-array type null/],
    ['pull from a number', { a: 1 }, { $pull: { a: 1 } }, /non-array value/],
    ['a name in a list', { a: [1] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
    ['$ without a match', { a: [1] }, { $set: { 'a.$': 2 } }, /positional operator did not find the match/],
    ['64 bits and more', { a: 9007199254740991 }, { $mul: { a: 9007199254740991 } }, /64 bits/],
  ])('refuses %s', (_name, doc, change, message) => {
    expect(() => update(doc, change)).toThrow(message)
  })

  it('unsets and pulls quietly where there is nothing', () => {
    const doc = { a: null, l: [] }
    expect(update(doc, { $unset: { 'a.b': '' }, $pull: { none: 1 }, $pop: { 'x.y': 1 } })).toBe(doc)
  })

  it('changes the element that the query found', () => {
    const doc = {
      l: [
        { k: 1, n: 1 },
        { k: 2, n: 1 },
      ],
    }
    expect(update(doc, { $inc: { 'l.$.n': 1 } }, { 'l.k': 2 })).toEqual({
      l: [
        { k: 1, n: 1 },
        { k: 2, n: 2 },
      ],
    })
    expect(update(doc, { $set: { 'l.$[].n': 0 } })).toEqual({
      l: [
        { k: 1, n: 0 },
        { k: 2, n: 0 },
      ],
    })
  })

  it('keeps integers exact beyond what a double can', () => {
    expect(update({ a: Number.MAX_SAFE_INTEGER }, { $inc: { a: 2 } })).toEqual({ a: 9007199254740993n })
    expect(update({ a: 9007199254740993n }, { $inc: { a: -2 } })).toEqual({ a: Number.MAX_SAFE_INTEGER })
  })

  it('fills a list up to a place beyond its end', () => {
    expect(update({ l: [1] }, { $set: { 'l.3': 4 } })).toEqual({ l: [1, null, null, 4] })
  })

  it('law: never touches the document it was given, nor what it does not name', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.array(fc.integer(), { maxLength: 3 }),
      fc.record({ x: fc.integer() }),
    )
    const doc = fc.record({ _id: fc.nat(), a: value, b: value, c: value }, { requiredKeys: ['_id'] })
    const change = fc.oneof(
      fc.record({ $set: fc.record({ 'a.x': value }) }),
      fc.record({ $set: fc.record({ a: value }) }),
      fc.record({ $inc: fc.record({ a: fc.integer() }) }),
      fc.record({ $push: fc.record({ a: value }) }),
      fc.record({ $unset: fc.record({ 'a.x': fc.constant('') }) }),
      fc.record({ $rename: fc.record({ a: fc.constant('renamed') }) }),
    )
    fc.assert(
      fc.property(doc, change, (given, wanted) => {
        const before = structuredClone(given)
        let after: Doc
        try {
          after = update(given, wanted as Doc)
        } catch {
          after = given
        }
        expect(given).toEqual(before)
        expect({ _id: after._id, b: after.b, c: after.c }).toEqual({ _id: before._id, b: before.b, c: before.c })
      }),
    )
  })
})
