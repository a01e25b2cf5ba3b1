import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { mergeLines, repriceCart } from './cart.ts'
import type { Goods } from './goods.ts'
import { cup, goods, line, mug } from './testing.ts'

const left = (one: Goods, available: number): Goods => ({
  ...one,
  skus: one.skus.map((sku) => ({ ...sku, available })),
})

describe('a cart', () => {
  it('adds up the same SKU from two lines, in the place of the first', () => {
    expect(mergeLines([line(cup, 0, 1), line(mug, 0, 1), line(cup, 0, 2)])).toEqual([line(cup, 0, 3), line(mug, 0, 1)])
    expect(repriceCart([line(cup, 0, 1), line(cup, 0, 2)], [cup]).lines).toMatchObject([{ line: { amountFen: 4770 } }])
  })

  it('is priced anew, and says what a line cost when it was last seen', () => {
    const seen = { ...line(cup, 0, 2), seenFen: fen(1490) }
    const same = { ...line(mug, 0, 1), seenFen: fen(7) }
    const cart = repriceCart([seen, same, line(cup, 1, 1)], [cup, mug])
    expect(cart.goodsFen).toBe(3180 + 7 + 1990)
    expect(cart.lines[0]).toMatchObject({ asked: seen, line: { quantity: 2, amountFen: 3180 }, wasFen: 1490 })
    expect(cart.lines[1]).not.toHaveProperty('wasFen')
    expect(cart.lines[2]).not.toHaveProperty('wasFen')
    expect(cart.lines[0]).not.toHaveProperty('trouble')
  })

  it('keeps what cannot be bought, with the reason, and leaves it out of the sum', () => {
    const limited = { ...goods('limited', 100), limitPerOrder: 2 }
    const troubled = (cart: ReturnType<typeof repriceCart>) => ({ sum: cart.goodsFen, trouble: cart.lines[0]?.trouble })
    expect(troubled(repriceCart([line(cup, 0, 1)], []))).toEqual({ sum: 0, trouble: { kind: 'gone' } })
    expect(troubled(repriceCart([line(cup, 0, 1)], [{ ...cup, onSale: false }]))).toEqual({
      sum: 0,
      trouble: { kind: 'gone' },
    })
    expect(troubled(repriceCart([line(cup, 0, 1)], [left(cup, 0)]))).toEqual({ sum: 0, trouble: { kind: 'soldOut' } })
    const short = { kind: 'short', available: 2 }
    expect(troubled(repriceCart([line(cup, 0, 3)], [left(cup, 2)]))).toEqual({ sum: 0, trouble: short })
    expect(troubled(repriceCart([line(cup, 0, 2)], [left(cup, 2)]))).toEqual({ sum: 3180, trouble: undefined })
    const limit = { kind: 'limit', limit: 2 }
    expect(troubled(repriceCart([line(limited, 0, 3)], [limited]))).toEqual({ sum: 0, trouble: limit })
    expect(troubled(repriceCart([line(limited, 0, 2), line(mug, 0, 9)], [limited, mug])).trouble).toBeUndefined()
    const two = { ...cup, limitPerOrder: 2 }
    expect(repriceCart([line(two, 0, 2), line(two, 1, 1)], [two]).lines).toMatchObject([
      { trouble: limit },
      { trouble: limit },
    ])
  })

  it('survives amounts that no order could have', () => {
    const gold = goods('gold', 999_999_999)
    expect(repriceCart([line(gold, 0, 999), line(mug, 0, 1)], [gold, mug])).toMatchObject({ goodsFen: 999_999_999 })
  })
})
