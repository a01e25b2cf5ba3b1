import type { Order } from '@pay/core'
import { coupons as issued } from '../world/coupons.ts'
import { isSale } from './books.ts'
import type { Checker } from './checker.ts'

export const coupons: Checker = {
  name: 'coupons',
  promise: 'A coupon is used as often as it may be, and comes back when its order does not become a sale',
  check: (world, found) => {
    for (const [id, { available }] of world.wallets) {
      const [couponId, owner] = id.split(':')
      const terms = issued.find((one) => one.couponId === couponId)
      if (terms === undefined) continue
      let used = 0
      for (const order of world.orders.values()) if (order.buyer === owner && uses(order, couponId)) used++
      if (available + used !== terms.usesPerPerson)
        found(`${id}: ${available} left and ${used} used of ${terms.usesPerPerson}`)
    }
  },
}

const uses = (order: Order, couponId: string | undefined): boolean =>
  isSale(order) &&
  order.detail.vertical === 'shop' &&
  order.detail.fulfilment !== 'revoked' &&
  (order.detail.coupons ?? []).some((one) => one.couponId === couponId)
