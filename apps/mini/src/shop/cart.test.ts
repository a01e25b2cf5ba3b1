import type { GoodsId, SkuId } from '@pay/core'
import { expect, test, vi } from 'vitest'

vi.mock('../platform/kept.ts', () => ({ kept: () => ({}) }))
const { addToCart, changeLine, orderable } = await import('./cart.ts')

const line = (skuId: string, quantity = 1) => ({ goodsId: 'cup' as GoodsId, skuId: skuId as SkuId, quantity })

test('the same SKU put in twice is one line of both', () => {
  expect(addToCart(addToCart([], line('a')), line('a', 2))).toEqual([line('a', 3)])
})

test('a cart holds 50 lines, the newest ones', () => {
  let cart: ReturnType<typeof addToCart> = []
  for (let at = 0; at < 60; at++) cart = addToCart(cart, line(`sku-${at}`))
  expect(cart).toHaveLength(50)
  expect(cart.at(-1)?.skuId).toBe('sku-59')
})

test('no pieces, no line', () => {
  expect(changeLine([line('a'), line('b')], 'a', 0)).toEqual([line('b')])
})

test('what has trouble is not ordered', () => {
  const whole = { line: {} } as never
  const lines = [
    { asked: line('a'), ...(whole as object) },
    { asked: line('b'), ...(whole as object), trouble: { kind: 'soldOut' } },
    { asked: line('c'), trouble: { kind: 'gone' } },
  ] as never
  expect(orderable({ lines, goodsFen: 0 as never })).toEqual([line('a')])
})
