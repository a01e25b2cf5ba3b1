import { type MoveOf, nextIn, type TransitionTable } from '../order/transition-table.ts'

/** What the shop owes the buyer, once paid. */
export const shopFulfilmentTransitions = {
  none: { paid: 'toShip' },
  toShip: { ship: 'shipped', revoke: 'revoked' },
  shipped: { confirm: 'received', revoke: 'revoked' },
  received: { revoke: 'revoked' },
  /** Refunded in full: nothing is owed any more. */
  revoked: {},
} as const satisfies TransitionTable

type Table = typeof shopFulfilmentTransitions
export type ShopFulfilment = keyof Table
export type ShopMove = MoveOf<Table>

export const nextShopFulfilment = nextIn(shopFulfilmentTransitions)
