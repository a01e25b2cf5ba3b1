import { afterSaleTransitions, nextAfterSaleState } from '../../shop/after-sale.ts'
import { nextShopFulfilment, shopFulfilmentTransitions } from '../../shop/transitions.ts'

/** The shop's tables, each with its question and the states in which it may rest for good. */
export const shopTables = {
  shopFulfilmentTransitions: { table: shopFulfilmentTransitions, next: nextShopFulfilment, final: ['revoked'] },
  afterSaleTransitions: {
    table: afterSaleTransitions,
    next: nextAfterSaleState,
    final: ['refunded', 'refused', 'withdrawn'],
  },
} as const
