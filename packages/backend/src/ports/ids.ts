/** Randomness. Everything that must be found again is derived instead: see `order-no.ts`. */
export interface Ids {
  /** 32 characters of 0-9a-f for WeChat's nonce fields. */
  nonce(): string
}
