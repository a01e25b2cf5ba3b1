import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryIn } from './category-in.ts'

test('a link to a category opens it, whether the phone has decoded the address or not', () => {
  expect(categoryIn('%E8%8C%B6%E9%A5%AE')).toBe('茶饮')
  expect(categoryIn('茶饮')).toBe('茶饮')
})

test('a link without a category, or with a broken one, opens everything', () => {
  for (const param of [undefined, '', ' ', '%E8%8C', '%']) expect(categoryIn(param)).toBeUndefined()
})

test('every category can be linked to', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
      fc.pre(name.trim() === name)
      expect(categoryIn(encodeURIComponent(name))).toBe(name)
    }),
  )
})
