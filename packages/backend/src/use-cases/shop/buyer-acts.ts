import type {
  CommonRefusal,
  OrderNo,
  OrderRefusal,
  OrderView,
  ParsedOf,
  Result,
  ShopEvent,
  ShopEventRefusal,
  shopContract,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { actOnOrder } from '../order/act-on-order.ts'
import { ownOrder } from '../order/own-order.ts'
import { pictureTrouble } from '../order/own-pictures.ts'

type Input<A extends keyof (typeof shopContract)['actions']> = ParsedOf<typeof shopContract, A>
type Answer = Promise<Result<OrderView, ShopEventRefusal | OrderRefusal | CommonRefusal>>

/** The buyer has everything. */
export const confirmReceipt = (deps: Deps, { orderNo }: Input<'confirmReceipt'>, call: Call): Answer =>
  act(deps, orderNo, { kind: 'shop.confirm', by: 'buyer' }, call)

/** The buyer waits for the parcel. */
export const remind = (deps: Deps, { orderNo }: Input<'remind'>, call: Call): Answer =>
  act(deps, orderNo, { kind: 'shop.remind' }, call)

/** The buyer wants money back for some of it. */
export const askAfterSale = async (deps: Deps, { orderNo, ...asked }: Input<'askAfterSale'>, call: Call): Answer =>
  pictureTrouble(deps, call.caller.openid, 'pictures', asked.pictures) ??
  (await act(deps, orderNo, { kind: 'shop.askAfterSale', ...asked }, call))

export const withdrawAfterSale = (deps: Deps, { orderNo, key }: Input<'withdrawAfterSale'>, call: Call): Answer =>
  act(deps, orderNo, { kind: 'shop.withdrawAfterSale', key }, call)

/** The goods are on their way back. */
export const sendBack = (deps: Deps, { orderNo, ...parcel }: Input<'sendBack'>, call: Call): Answer =>
  act(deps, orderNo, { kind: 'shop.sendBack', ...parcel }, call)

const act = async (deps: Deps, orderNo: OrderNo, event: ShopEvent, { caller, untilMs }: Call): Answer => {
  const own = await ownOrder(deps, caller.openid, orderNo)
  return own.ok ? await actOnOrder(deps, own.value, event, 'buyer', untilMs) : own
}
