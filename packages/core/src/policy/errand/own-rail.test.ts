import { expect, it } from 'vitest'
import { errand } from '../../errand/errand.ts'
import { mayServe } from '../may-serve.ts'
import type { PayProduct } from '../trade.ts'

it('errands take their money by a product that may serve them', () => {
  const sale = { trade: { kind: 'errand' }, platform: 'android' } as const
  expect(mayServe(errand.rail as PayProduct, sale).allowed).toBe(true)
})
