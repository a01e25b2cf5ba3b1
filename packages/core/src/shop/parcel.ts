/**
 * One parcel of a shop order, as WeChat's 发货信息 wants it.
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html
 */
export interface Parcel {
  /** The carrier's code in WeChat's list, such as SF or YTO. */
  readonly carrier: string
  readonly trackingNo: string
  /** When the order was told of it. */
  readonly sentAtMs: number
}

/** WeChat takes 15 parcels of one payment. */
export const maxParcels = 15
