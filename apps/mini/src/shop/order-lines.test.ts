import type { GoodsId, SkuId } from '@pay/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLines, writeLines } from './order-lines.ts'

test('an address that was tampered with holds the lines that can be read, and no others', () => {
  expect(readLines('cup.cup-1.2,cup.cup-1.0,{$gt:1},.,a.b.1e3')).toEqual([
    { goodsId: 'cup', skuId: 'cup-1', quantity: 2 },
  ])
  expect(readLines(undefined)).toEqual([])
})

test('law: lines written into an address are read back as they were', () => {
  const id = fc.stringMatching(/^[\w-]{1,32}$/)
  const line = fc.record({
    goodsId: id.map((text) => text as GoodsId),
    skuId: id.map((text) => text as SkuId),
    quantity: fc.integer({ min: 1, max: 999 }),
  })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(readLines(writeLines(lines))).toEqual(lines)
    }),
  )
})
