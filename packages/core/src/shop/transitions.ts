import type { MoveOf, TransitionTable } from '../order/transitions.ts'

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

export const nextShopFulfilment = (from: ShopFulfilment, move: ShopMove): ShopFulfilment | undefined => {
  const row: Partial<Record<ShopMove, ShopFulfilment>> = shopFulfilmentTransitions[from]
  return row[move]
}
