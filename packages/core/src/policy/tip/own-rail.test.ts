import { expect, it } from 'vitest'
import { tip } from '../../tip/tip.ts'
import { leastTipFen } from '../../tip/tip-sale.ts'
import { mayServe } from '../may-serve.ts'
import type { PayProduct } from '../trade.ts'

it('tips take their money by a product that may serve them, wherever it is offered', () => {
  for (const platform of ['android', 'harmony', 'windows', 'ios'] as const) {
    const sale = { trade: { kind: 'tip' }, platform, amountFen: leastTipFen } as const
    expect(mayServe(tip.rail as PayProduct, sale).allowed, platform).toBe(true)
  }
})
