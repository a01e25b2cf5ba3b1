import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { skuFaults } from '@pay/core'
import { expect, test } from 'vitest'
import { articles } from './articles.ts'
import { shopSeed } from './shop-seed.ts'

const files = join(import.meta.dirname, '..', 'seed-files')

test('seed.json is what its source says: after a change run `tsx write-seeds.ts`', () => {
  expect(JSON.parse(readFileSync(join(import.meta.dirname, '..', 'seed.json'), 'utf8'))).toEqual(shopSeed())
})

test('every article can be sold: its choices are whole, its drawing is small, one of them is sold out', () => {
  for (const { goods, stock, picture } of articles) {
    expect(skuFaults({ ...goods, pictures: [] })).toEqual([])
    expect(stock.map(({ skuId }) => skuId)).toEqual(goods.skus.map(({ skuId }) => skuId))
    expect(readFileSync(join(files, picture)).length).toBeLessThanOrEqual(2_048)
  }
  expect(articles.some(({ stock }) => stock.every(({ available }) => available === 0))).toBe(true)
  expect(readdirSync(join(files, 'shop'))).toHaveLength(articles.length)
})
