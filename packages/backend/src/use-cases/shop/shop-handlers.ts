import type { shopContract } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { HandlersOf } from '../../serve/serve.ts'
import { getGoods, listGoods } from './browse-goods.ts'
import { placeShopOrder } from './place-shop-order.ts'
import { quoteLines } from './quote-lines.ts'

/** The function `shop`: browse, price, place. */
export const shopHandlers = (deps: Deps): HandlersOf<typeof shopContract> => ({
  listGoods: (input) => listGoods(deps, input),
  getGoods: (input) => getGoods(deps, input),
  quote: (input) => quoteLines(deps, input),
  placeOrder: (input, call) => placeShopOrder(deps, input, call),
})
