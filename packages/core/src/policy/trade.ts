/** What somebody pays for, as far as WeChat's rules tell trades apart. */
export type Trade =
  | { readonly kind: 'goods'; readonly category: GoodsCategory }
  /** Somebody fetches, brings, buys or does something in the real world. */
  | { readonly kind: 'errand' }
  /** 小费: what raises the price of an errand. */
  | { readonly kind: 'errandTip' }
  /** 打赏: money for a person or for content. */
  | { readonly kind: 'tip' }
  /** Coins, unlocked functions, subscribed content, virtual gifts. */
  | { readonly kind: 'virtualGoods' }
  | { readonly kind: 'donation' }

/** Kinds of goods that WeChat's rules name; `other` is all the rest. */
export type GoodsCategory = (typeof goodsCategories)[number]

export const goodsCategories = [
  'other',
  'jewellery',
  'electronics',
  'blindBoxes',
  'apparel',
  'overseas',
  'cosmetics',
  'alcohol',
  'appliances',
  'toys',
  'bags',
  'shoes',
  'sports',
] as const

/** Where the mini-program runs. */
export type Platform = 'android' | 'harmony' | 'windows' | 'mac' | 'ios'

/** The products of WeChat that take money: through the cloud's service provider, as a merchant of one's own, or virtual payment. */
export type PayProduct = 'cloudPay' | 'wechatPay' | 'virtualPayment'
