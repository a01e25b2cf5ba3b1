import { expect, it } from 'vitest'
import { shop } from '../../shop/shop.ts'
import { mayServe } from '../may-serve.ts'
import type { PayProduct } from '../trade.ts'

it('the shop takes its money by a product that may serve it', () => {
  const sale = { trade: { kind: 'goods', category: 'other' }, platform: 'android' } as const
  expect(mayServe(shop.rail as PayProduct, sale).allowed).toBe(true)
})
