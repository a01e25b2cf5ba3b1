import type { Fen, OpenId, OrderNo, OutTradeNo, Page } from '@pay/core'
import type { PageRequest } from './order-store.ts'

/**
 * Every payment that was signed and left the server: all that WeChat can possibly know of us on the rail of virtual
 * payment, which has no bill of a documented form. It is reconciled by asking for each.
 */
export interface SignedPaymentStore {
  /** Signing again changes nothing. */
  record(payment: SignedPayment): Promise<void>
  /** Those to be looked at by now, longest overdue first. */
  due(nowMs: number, page: PageRequest): Promise<Page<SignedPayment>>
  /** When to look again; `undefined`: never, it is forgotten. What is forgotten stays so. */
  lookAgain(outTradeNo: OutTradeNo, nextCheckMs: number | undefined): Promise<void>
}

export interface SignedPayment {
  readonly outTradeNo: OutTradeNo
  readonly orderNo: OrderNo
  readonly payer: OpenId
  readonly amountFen: Fen
  readonly signedAtMs: number
  readonly nextCheckMs: number
}
