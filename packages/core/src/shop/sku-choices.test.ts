import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { Goods, Sku } from './goods.ts'
import { chosenSku, skuChoices, skuFaults } from './sku-choices.ts'
import { mug } from './testing.ts'

const sku = (skuId: string, values: string[], available?: number): Sku => ({
  skuId: skuId as Sku['skuId'],
  values,
  priceFen: fen(100),
  ...(available === undefined ? {} : { available }),
})
const shirt: Goods = {
  ...mug,
  specs: [
    { name: '颜色', values: ['青', '白'] },
    { name: '大小', values: ['小', '大'] },
  ],
  skus: [sku('a', ['青', '小'], 3), sku('b', ['青', '大'], 0), sku('c', ['白', '大'])],
}
const possible = (chosen: (string | undefined)[]) =>
  skuChoices(shirt, chosen).map((values) => values.filter((one) => one.possible).map(({ value }) => value))

describe('choosing a SKU', () => {
  it('finds the one that all choices name', () => {
    expect(chosenSku(shirt, ['青', '大'])?.skuId).toBe('b')
    expect(chosenSku(shirt, ['青', undefined])).toBeUndefined()
    expect(chosenSku(shirt, ['白', '小'])).toBeUndefined()
    expect(chosenSku(mug, [])?.skuId).toBe('mug-0')
  })

  it('offers what still leads to something that can be bought, and always a way to change one’s mind', () => {
    expect(possible([undefined, undefined])).toEqual([
      ['青', '白'],
      ['小', '大'],
    ])
    expect(possible(['青', undefined])).toEqual([['青', '白'], ['小']])
    expect(possible(['白', '大'])).toEqual([['白'], ['大']])
    expect(possible(['青', '小'])).toEqual([['青'], ['小']])
    expect(skuChoices(shirt, ['青', undefined])[0]?.map(({ chosen }) => chosen)).toEqual([true, false])
  })

  it('tells the owner what is wrong with the matrix', () => {
    expect(skuFaults(shirt)).toEqual([])
    expect(skuFaults(mug)).toEqual([])
    expect(skuFaults({ ...mug, skus: [] })).toEqual(['There is no SKU.'])
    expect(skuFaults({ ...mug, specs: [{ name: '颜色', values: [] }], skus: [sku('a', [])] })).toEqual([
      '颜色: takes one value or more, each once.',
      'a: its values are not one of each spec.',
    ])
    expect(skuFaults({ ...shirt, specs: [{ name: '颜色', values: ['青', '青'] }], skus: [sku('a', ['青'])] })).toEqual([
      '颜色: takes one value or more, each once.',
    ])
    expect(
      skuFaults({ ...shirt, skus: [sku('a', ['青', '小']), sku('a', ['青', '小']), sku('b', ['青', '中'])] }),
    ).toEqual([
      'a: there is a SKU with the same values.',
      'a: the id stands twice.',
      'b: its values are not one of each spec.',
    ])
  })
})
