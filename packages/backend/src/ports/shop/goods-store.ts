import type { Goods, GoodsId, Page } from '@pay/core'
import type { PageRequest } from '../order-store.ts'

/** What the shop sells. Read by everybody, written by the owner. */
export interface GoodsStore {
  /** In the order of the shop's shelf; on sale only, unless the filter says otherwise. */
  list(filter: GoodsFilter, page: PageRequest): Promise<Page<Goods>>
  /** The categories of what is on sale, in the order of their first article on the shelf; 100 at most. */
  categories(): Promise<readonly string[]>
  /** One request however many are asked for; what does not exist is left out. */
  getMany(goodsIds: readonly GoodsId[]): Promise<readonly Goods[]>
  put(goods: Goods): Promise<void>
}

export interface GoodsFilter {
  readonly category?: string
  /** Part of a title. */
  readonly search?: string
  readonly featured?: true
  /** For the owner: also what is not on sale. */
  readonly offSaleToo?: true
}
