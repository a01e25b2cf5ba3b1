import type { Sharing } from './sharing/types.ts'

/** Ids and amounts as WeChat has them; amounts in fen, times in ms since 1970. */
export interface Trade {
  /** The merchant that receives the money: `sub_mch_id` on cloudPay, `mchid` on direct rails. */
  readonly mchid: string
  /** The mini-program in which it is paid. */
  readonly appid: string
  readonly outTradeNo: string
  /** The user who may pay it. */
  readonly openid: string
  readonly totalFee: number
  readonly feeType: string
  readonly body: string
  readonly attach?: string
  readonly deviceInfo?: string
  readonly tradeType: string
  /** Whom to tell when it is paid; the book only keeps it. */
  readonly notifyTo?: string
  readonly profitSharing: boolean
  readonly createdAtMs: number
  readonly timeExpireMs?: number
  /** What a second request under this number must repeat. */
  readonly ordered: PlaceRequest
  prepayId: string
  prepayAtMs: number
  closedAtMs?: number
  /** Set by a simulator only: WeChat answered that it is closed, and takes money all the same. */
  leaky?: boolean
  payment?: Payment
  sharing?: Sharing
  readonly refunds: Refund[]
}

export interface PlaceRequest {
  readonly mchid: string
  readonly appid: string
  readonly outTradeNo: string
  readonly openid: string
  readonly totalFee: number
  readonly body: string
  readonly feeType?: string
  readonly attach?: string
  readonly deviceInfo?: string
  readonly tradeType?: string
  readonly notifyTo?: string
  readonly profitSharing?: boolean
  readonly timeExpireMs?: number
  /** Whatever else the rail sent that must be the same on a second request. */
  readonly rest?: string
}

export interface Payment {
  readonly transactionId: string
  readonly paidAtMs: number
  readonly bankType: string
  /** What left the user's purse; less than totalFee when a coupon was used. */
  readonly cashFee: number
  readonly coupons: readonly Coupon[]
}

export interface Coupon {
  readonly id: string
  readonly fee: number
  /** `NO_CASH` coupons are the merchant's loss: they lower what is settled to him. */
  readonly type: 'CASH' | 'NO_CASH'
}

export type RefundState = 'PROCESSING' | 'SUCCESS' | 'CHANGE' | 'REFUNDCLOSE'

export interface Refund {
  readonly outRefundNo: string
  readonly refundId: string
  readonly refundFee: number
  readonly cashRefundFee: number
  readonly couponRefundFee: number
  readonly desc?: string
  readonly notifyTo?: string
  readonly acceptedAtMs: number
  state: RefundState
  settledAtMs?: number
}

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR'

/** What a merchant may do; one that is never described may do everything. */
export interface Merchant {
  readonly mchid: string
  readonly name?: string
  /** Mini-programs bound to it; any, when absent. */
  readonly appids?: readonly string[]
  /** false: the provider was not authorised for JSAPI, refunds or bills. */
  readonly jsapi?: boolean
  readonly refundApi?: boolean
  readonly billApi?: boolean
  /** What refunds can be paid from; enough, when absent. */
  readonly balanceFen?: number
  /** How much of a payment may be shared with others; 0.3 when absent. */
  readonly shareRatio?: number
}

/** The codes are those of WeChat Pay v2; v3 spells them with underscores. */
export type RefusalCode =
  | 'INVALID_REQUEST'
  | 'PARAM_ERROR'
  | 'LACK_PARAMS'
  | 'NOAUTH'
  | 'NOTENOUGH'
  | 'ORDERPAID'
  | 'ORDERCLOSED'
  | 'ORDERNOTEXIST'
  | 'OUT_TRADE_NO_USED'
  | 'APPID_MCHID_NOT_MATCH'
  | 'MCHID_NOT_EXIST'
  | 'SYSTEMERROR'
  | 'TRADE_OVERDUE'
  | 'ERROR'
  | 'USER_ACCOUNT_ABNORMAL'
  | 'INVALID_TRANSACTIONID'
  | 'REFUNDNOTEXIST'
  | 'AMOUNT_OVERDUE'
  | 'NOT_SHARE_ORDER'
  | 'RECEIVER_INVALID'
  | 'USER_NOT_EXIST'

export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  /** In Chinese, as WeChat says it. */
  readonly message: string
}

export type Outcome<T> = ({ readonly ok: true } & T) | Refusal

export const refuse = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message })
