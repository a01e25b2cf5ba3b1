/** Everything @pay/core offers. One line per vertical; the rest is common to all of them. */
export type { Address } from './address/address.ts'
export { addressField } from './address/address-field.ts'
export {
  type Action,
  type ActionName,
  action,
  type CallAnswer,
  type CallEvent,
  type CommonRefusal,
  type Contract,
  defineContract,
  type InputOf,
  type OutputOf,
  type ParsedOf,
  type RefusalOf,
  type TextRefusal,
} from './contract/contract.ts'
export {
  carrierField,
  cursorField,
  fenField,
  fileIdField,
  freeTextField,
  goodsIdField,
  loginCodeField,
  neededTextField,
  openIdField,
  orderNoField,
  outTradeNoField,
  phoneField,
  picturesField,
  quantityField,
  recordIdField,
  requestIdField,
  skuIdField,
  trackingNoField,
  utf8Length,
} from './contract/fields.ts'
export type { Page } from './contract/page.ts'
export type { PlacedOrder } from './contract/placed-order.ts'
export * from './errand/index.ts'
export * from './holds/index.ts'
export type { Brand } from './identity/brand.ts'
export type { GoodsId, OpenId, OrderNo, OutRefundNo, OutTradeNo, RequestId, SkuId } from './identity/ids.ts'
export * from './ledger/index.ts'
export { allocateFen } from './money/allocate-fen.ts'
export { lesserFen, multiplyFen, subtractFen, sumFen } from './money/calculate.ts'
export { type Fen, fen, isFen, maxFen, zeroFen } from './money/fen.ts'
export { leastOrderFen, mostOrderFen } from './money/order-range.ts'
export { mostYuanFen, type NotAnAmount, parseYuan } from './money/parse-yuan.ts'
export { percentageOfFen, type Rounding } from './money/percentage-of-fen.ts'
export { printYuan } from './money/print-yuan.ts'
export { decide, decideAll } from './order/decide.ts'
export type { CoreDecisionRefusal, Decision, DecisionRefusal } from './order/decision.ts'
export { dueAtMs } from './order/due-at.ts'
export type { Actor, HistoryEntry } from './order/history.ts'
export type { CloseReason, Order } from './order/order.ts'
export {
  type MessageMoment,
  type MessageMoments,
  type OrderRefusal,
  orderContract,
  type UploadPlace,
} from './order/order-contract.ts'
export type { CoreEvent, OrderEvent } from './order/order-event.ts'
export { orderKeys } from './order/order-keys.ts'
export type { OrderAction, OrderView } from './order/order-view.ts'
export { type CoreEffect, type Effect, type Message, type OutboxEntry, pauseAfter } from './order/outbox.ts'
export { type OrderToPlace, payableForMs, placeOrder } from './order/place-order.ts'
export { isTell, type OrderMessage, type Tell } from './order/tell.ts'
export { type MoveOf, nextIn, type TransitionTable } from './order/transition-table.ts'
export { nextOrderState, type OrderMove, type OrderState, orderTransitions } from './order/transitions.ts'
export { acceptReturnWithinMs, answerWithinMs, type Unanswered } from './order/unanswered.ts'
export { verticalOf } from './order/vertical-of.ts'
export { allowedActions, viewOrder } from './order/view-order.ts'
export { commonOwnerActions, type IncidentView, ownerContract, ownerRefundKey } from './owner/owner-contract.ts'
export { payableAttempt } from './payment/decide-pay-again.ts'
export { latePayment } from './payment/decide-payment-seen.ts'
export { hasLiveAttempt } from './payment/live-attempts.ts'
export { orderNoOf, outTradeNoOf } from './payment/out-trade-no.ts'
export type { PaymentAttempt, PaymentFacts, PrepayParameters, Rail } from './payment/payment-attempt.ts'
export type { PaymentRequest } from './payment/payment-request.ts'
export { nextPaymentState, type PaymentMove, type PaymentState, paymentTransitions } from './payment/transitions.ts'
export * from './policy/index.ts'
export * from './reconciliation/index.ts'
export { isRefundKey, outRefundNoOf } from './refund/out-refund-no.ts'
export { maxRefundsPerPayment, type Refund, type RefundReason, refundableForMs } from './refund/refund.ts'
export { type RefundTrouble, refundIfPossible, refundTrouble } from './refund/refund-trouble.ts'
export { paidFen, refundableFen, refundedOrPendingFen, settledRefundFen } from './refund/refundable.ts'
export { nextRefundState, type RefundMove, type RefundState, refundTransitions } from './refund/transitions.ts'
export { type Err, err, type Ok, ok, type Refusal, type Result } from './result.ts'
export * from './shop/index.ts'
export * from './tip/index.ts'
export type {
  DetailChange,
  HistoryLine,
  OrderKeys,
  RefundDecision,
  RefundWayRefusal,
  RefundWish,
  Vertical,
} from './vertical.ts'
export {
  type Detail,
  type DetailView,
  type VerticalEffect,
  type VerticalEvent,
  type VerticalName,
  verticals,
} from './verticals.ts'
