export {
  type AfterSale,
  type AfterSaleKind,
  type AfterSaleMove,
  type AfterSaleReason,
  type AfterSaleState,
  afterSaleReasons,
  afterSaleTransitions,
  type ClaimedPieces,
  isOpenAfterSale,
  nextAfterSaleState,
} from './after-sale.ts'
export { claimOf, costOfPieces, keptPieces, unclaimed } from './after-sale-amount.ts'
export { afterSaleForMs, afterSaleUntilMs, sendBackWithinMs } from './after-sale-period.ts'
export { maxAfterSales, openAfterSales } from './ask-after-sale.ts'
export {
  type CartLine,
  type CartTrouble,
  mergeLines,
  type RepricedCart,
  type RepricedLine,
  repriceCart,
} from './cart.ts'
export {
  type Coupon,
  type CouponOff,
  type CouponScope,
  type CouponSupply,
  type CouponWallet,
  couponWalletId,
  maxCoupons,
  newCouponWallet,
} from './coupon.ts'
export { autoConfirmAfterMs } from './decide-shop.ts'
export { type CouponRefusal, type Discounted, netFen, takeCouponsOff } from './discount.ts'
export {
  type FreightRefusal,
  type FreightRule,
  type FreightStep,
  type FreightTemplate,
  freightOf,
} from './freight.ts'
export type { Goods, Sku, Spec } from './goods.ts'
export { maxParcels, type Parcel } from './parcel.ts'
export { type AskedLine, newShopDetail, priceLines } from './price.ts'
export { type PricedBy, type PriceRefusal, priceOrder } from './price-order.ts'
export { shop } from './shop.ts'
export { shopCatalogActions } from './shop-catalog-actions.ts'
export {
  type CouponClaimRefusal,
  type CouponView,
  type ShopQuote,
  type ShopRefusal,
  shopContract,
  shopOwnerActions,
} from './shop-contract.ts'
export type { ShopDetail, ShopLine, ShopPrice, UsedCoupon } from './shop-detail.ts'
export type { Pieces, ShopEffect, ShopMessage } from './shop-effect.ts'
export type { AfterSaleEvent, ShopEvent, ShopEventRefusal } from './shop-event.ts'
export type { ShopAction, ShopView } from './shop-view.ts'
export { type Chosen, chosenSku, type SkuChoice, skuChoices, skuFaults } from './sku-choices.ts'
export { nextShopFulfilment, type ShopFulfilment, type ShopMove, shopFulfilmentTransitions } from './transitions.ts'
