import type { PaymentRequest } from '@pay/core'

/**
 * What the cashier told us when it went away. Only a hint: `ok` is not paid and the others are not unpaid, the server
 * knows. `gone`: it went without a word.
 */
export type CashierWord = 'ok' | 'cancel' | 'fail' | 'gone'

/** Opens the cashier for a payment and says how it went away. Never rejects. */
export type OpenCashier = (payment: PaymentRequest) => Promise<CashierWord>

/** Reads WeChat's `errMsg`, such as `requestPayment:fail cancel`. */
export const wordOf = (errMsg: unknown): CashierWord => {
  if (typeof errMsg !== 'string') return 'fail'
  if (/:ok$/.test(errMsg)) return 'ok'
  return /cancel/.test(errMsg) ? 'cancel' : 'fail'
}
