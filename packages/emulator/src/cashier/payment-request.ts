import type { Coupon, Trade } from '../pay/book/types.ts'
import type { NoticePlan } from '../pay/notices/notice.ts'
import type { User } from '../users/users.ts'

/** A cashier that a mini-program has opened on somebody's phone. */
export interface PaymentRequest {
  readonly requestId: string
  readonly user: User
  readonly sale: Sale
  /** What the mini-program was told; absent while the cashier is open, and for ever after "never come back". */
  errMsg?: string
  errCode?: number
  paid: boolean
  passwordTries: number
}

/** What is sold, and how it is paid: one kind for wx.requestPayment, one for wx.requestVirtualPayment. */
export interface Sale {
  readonly api: 'requestPayment' | 'requestVirtualPayment'
  readonly trade?: Trade
  readonly outTradeNo: string
  readonly merchantName: string
  readonly body: string
  /** Fen. */
  readonly totalFee: number
  /** Why it cannot be paid, in Chinese, as the cashier says it; with a code where the API has codes. */
  readonly refusal?: SaleRefusal
  /** Takes the money and tells the merchant; answers why not, when WeChat would not. */
  pay(choice: { readonly notice: NoticePlan; readonly coupons: readonly Coupon[] }): SaleRefusal | undefined
}

export interface SaleRefusal {
  readonly message: string
  readonly errCode?: number
  /** WeChat refuses before it shows anything. */
  readonly atOnce?: boolean
}
