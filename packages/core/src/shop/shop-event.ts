import type { Parcel } from './parcel.ts'

/** What can happen to a shop order once it is paid. Deciding one again changes nothing. */
export type ShopEvent =
  /** The owner sent a parcel; `all`: nothing is left to send. */
  | { readonly kind: 'shop.ship'; readonly parcel: Parcel; readonly all: boolean }
  /** The buyer has everything, says the buyer or WeChat. */
  | { readonly kind: 'shop.confirm'; readonly by: 'buyer' | 'wechat' }
