/** What a tip asks of the world outside its order. All are safe to repeat: WeChat or our own record knows the number. */
export type TipEffect =
  /** Tell WeChat that the virtual good is delivered, in case its own notice never came through. */
  | { readonly kind: 'tip.provide' }
  /** Spend the payer's coins on this tip. */
  | { readonly kind: 'tip.spendCoins'; readonly coins: number }
  /** Give the coins back, so that WeChat can refund what they were bought with. */
  | { readonly kind: 'tip.returnCoins'; readonly coins: number }
  /** Write what the creator's page shows of this tip, as the order says it now. */
  | { readonly kind: 'tip.post' }
  /** Ask WeChat about name and message. */
  | { readonly kind: 'tip.checkMessage' }
