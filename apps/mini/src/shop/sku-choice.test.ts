import type { Goods, SkuId } from '@pay/core'
import { fen } from '@pay/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, chosenSku, firstChoice, isOpen, mostPieces } from './sku-choice.ts'

const goodsOf = (available: readonly number[], limitPerOrder?: number): Goods => ({
  goodsId: 'cup' as Goods['goodsId'],
  title: '青瓷杯',
  subtitle: '',
  pictures: [],
  category: '器物',
  specs: [
    { name: '釉色', values: ['天青', '粉青'] },
    { name: '大小', values: ['大', '小'] },
  ],
  skus: available.map((pieces, at) => ({
    skuId: `cup-${at}` as SkuId,
    values: [at < 2 ? '天青' : '粉青', at % 2 === 0 ? '大' : '小'],
    priceFen: fen(100 + at),
    available: pieces,
  })),
  onSale: true,
  ...(limitPerOrder !== undefined && { limitPerOrder }),
})

test('what can be had is chosen from the start', () => {
  expect(firstChoice(goodsOf([0, 3, 1, 1]))).toEqual(['天青', '小'])
})

test('another colour keeps the size where there is one of it, and changes it where there is none', () => {
  expect(choose(goodsOf([1, 1, 1, 1]), ['天青', '小'], 0, '粉青')).toEqual(['粉青', '小'])
  expect(choose(goodsOf([1, 1, 1, 0]), ['天青', '小'], 0, '粉青')).toEqual(['粉青', '大'])
})

test('a sold-out value cannot be chosen, and an order holds no more than the stock and the limit', () => {
  const goods = goodsOf([9, 0, 0, 0], 5)
  expect(isOpen(goods, 0, '粉青')).toBe(false)
  const [sku] = goods.skus
  expect(sku && mostPieces(goods, sku)).toBe(5)
})

test('law: whatever is tapped among what is open, a SKU in stock is chosen', () => {
  const stock = fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }).filter((pieces) => pieces.some((one) => one > 0))
  const taps = fc.array(fc.tuple(fc.nat(1), fc.nat(1)))
  fc.assert(
    fc.property(stock, taps, (available, tapped) => {
      const goods = goodsOf(available)
      let choice = firstChoice(goods)
      for (const [at, index] of tapped) {
        const value = goods.specs[at]?.values[index] ?? ''
        if (isOpen(goods, at, value)) choice = choose(goods, choice, at, value)
        expect(chosenSku(goods, choice)?.available).toBeGreaterThan(0)
      }
    }),
  )
})
