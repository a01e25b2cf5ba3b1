import type { CommonRefusal, OrderNo, OrderView, PaymentRequest } from '@pay/core'
import type { NoAnswer } from '../call/call.ts'
import type { CashierWord } from '../cashier/cashier.ts'

/** Why an order was not placed, or the cashier not opened. `NO_RAIL`: this build cannot take money; nothing was sent. */
export type FlowError = { readonly code: string } | CommonRefusal | NoAnswer | { readonly code: 'NO_RAIL' }

/** Where one payment is, from the tap on 提交订单 to the server's last word. */
export type FlowState =
  | { readonly step: 'idle' }
  | { readonly step: 'placing' }
  /** Not placed as far as we know; submitting again is the same request. */
  | { readonly step: 'refused'; readonly error: FlowError }
  | Following

/** The order exists; from here on only the server says what became of it. */
export interface Following {
  readonly step: 'following'
  readonly orderNo: OrderNo
  /** The newest word of the server. */
  readonly order?: OrderView
  readonly cashier: 'shut' | 'opening' | 'open'
  /** What the cashier said last: a hint for how to wait, never for the result. */
  readonly word?: CashierWord
  /** Asking the server at the moment, or waiting to; absent: at rest. */
  readonly poll?: { readonly round: number; readonly phase: 'asking' | 'waiting' }
  /** The server has answered since the cashier went away or the asking began anew. */
  readonly heard: boolean
  readonly visible: boolean
  /** Why the cashier could not be opened again. */
  readonly trouble?: FlowError
}

export type FlowEvent =
  | { readonly kind: 'submit' }
  | { readonly kind: 'placed'; readonly order: OrderView; readonly payment?: PaymentRequest }
  | { readonly kind: 'refused'; readonly error: FlowError }
  | { readonly kind: 'payAgain' }
  | { readonly kind: 'payOpened'; readonly order: OrderView; readonly payment?: PaymentRequest }
  | { readonly kind: 'payRefused'; readonly error: FlowError }
  | { readonly kind: 'cashierShut'; readonly word: CashierWord }
  | { readonly kind: 'answered'; readonly order: OrderView }
  /** `missing`: the server has answered that the caller has no such order; asking again tells nothing else. */
  | { readonly kind: 'notAnswered'; readonly missing?: boolean }
  | { readonly kind: 'timePassed' }
  /** The person wants to know now, or a countdown ran out. */
  | { readonly kind: 'askNow' }
  | { readonly kind: 'shown' }
  | { readonly kind: 'hidden' }

export type FlowEffect =
  | { readonly kind: 'place' }
  | { readonly kind: 'pay'; readonly orderNo: OrderNo }
  | { readonly kind: 'openCashier'; readonly payment: PaymentRequest }
  | { readonly kind: 'ask'; readonly orderNo: OrderNo }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'stopWaiting' }
