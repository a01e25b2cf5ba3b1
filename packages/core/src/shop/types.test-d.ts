/** Mistakes in a shop that do not compile. Checked by `tsc`: an expectation that is not met is an error of its own. */
import type { InputOf, OutputOf, ParsedOf, RefusalOf } from '../contract/contract.ts'
import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import { nextOrderState } from '../order/transitions.ts'
import type { shopContract } from './shop-contract.ts'
import { nextShopFulfilment } from './transitions.ts'

declare const order: Order

decide(order, { kind: 'shop.confirm', by: 'buyer' }, 0)
// @ts-expect-error a shop has no such event
decide(order, { kind: 'shop.teleport' }, 0)

// @ts-expect-error the shop's own moves are not the order's
nextOrderState('paid', 'ship')
// @ts-expect-error the order's moves are not the shop's
nextShopFulfilment('toShip', 'close')

/** Contracts: client and server are typed by the same object. */
type Place = InputOf<typeof shopContract, 'placeOrder'>
// @ts-expect-error prices are the server's
const priced: Place = { requestId: 'r', lines: [], totalFen: 1 }
type Parsed = ParsedOf<typeof shopContract, 'placeOrder'>
// @ts-expect-error what was not parsed is not branded
const unparsed: Parsed['lines'][number]['skuId'] = 'sku'
const placed: OutputOf<typeof shopContract, 'placeOrder'>['order']['state'] = 'unpaid'
const known: RefusalOf<typeof shopContract, 'placeOrder'>['code'] = 'GOODS_GONE'
// @ts-expect-error no such refusal
const unknownRefusal: RefusalOf<typeof shopContract, 'placeOrder'>['code'] = 'NO_MONEY'
// @ts-expect-error no such action
type Missing = InputOf<typeof shopContract, 'stealGoods'>

export type { Missing }
export { known, placed, priced, unknownRefusal, unparsed }
