import type { shopContract } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { HandlersOf } from '../../serve/serve.ts'
import { getGoods, listCategories, listGoods, repriceLines } from './browse-goods.ts'
import { askAfterSale, confirmReceipt, remind, sendBack, withdrawAfterSale } from './buyer-acts.ts'
import { claimCoupon, listCoupons } from './claim-coupon.ts'
import { placeShopOrder } from './place-shop-order.ts'
import { quoteLines } from './quote-lines.ts'

/** The function `shop`: browse, price, place, receive, give back. */
export const shopHandlers = (deps: Deps): HandlersOf<typeof shopContract> => ({
  listGoods: (input) => listGoods(deps, input),
  listCategories: () => listCategories(deps),
  getGoods: (input) => getGoods(deps, input),
  repriceCart: (input) => repriceLines(deps, input),
  quote: (input, call) => quoteLines(deps, input, call),
  placeOrder: (input, call) => placeShopOrder(deps, input, call),
  listCoupons: (_, call) => listCoupons(deps, call),
  claimCoupon: (input, call) => claimCoupon(deps, input, call),
  confirmReceipt: (input, call) => confirmReceipt(deps, input, call),
  remind: (input, call) => remind(deps, input, call),
  askAfterSale: (input, call) => askAfterSale(deps, input, call),
  withdrawAfterSale: (input, call) => withdrawAfterSale(deps, input, call),
  sendBack: (input, call) => sendBack(deps, input, call),
})
