import { type Fen, fen } from '../money/fen.ts'

/** How WeChat sells a tip: as one of the published virtual goods (道具), or as coins (代币) that are then spent on it. */
export type TipSale =
  | { readonly kind: 'goods'; readonly productId: string }
  | { readonly kind: 'coins'; readonly coins: number }

/** The fixed points: 1, 2, 5, 10, 20 and 50 yuan. Each has to be published as a virtual good under its product id. */
export const tipPointsFen: readonly Fen[] = [100, 200, 500, 1000, 2000, 5000].map(fen)

/**
 * The exchange rate to be set for the coins, once and for ever: 1 yuan = 100 coins. One coin is one fen, so that every
 * amount is a whole number of coins.
 */
export const coinsPerYuan = 100

/**
 * The least of all tips: Apple takes no payment under 1 yuan, and coins and goods are the same on all phones.
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/virtual-payment/ios.html
 */
export const leastTipFen = fen(100)

/** The most that a creator may allow for one tip: a finger that slips should not cost a rent. */
export const mostTipFen = fen(200_000)

/** The same amount is always sold the same way: what signs the payment and what books it need not agree on more. */
export const tipSaleOf = (amountFen: Fen): TipSale =>
  tipPointsFen.includes(amountFen)
    ? { kind: 'goods', productId: `tip_${amountFen / 100}_yuan` }
    : { kind: 'coins', coins: (amountFen * coinsPerYuan) / 100 }
