/** WeChat's merchant book by itself: a state machine without I/O, clock or randomness. */
export { compactBeijingTime, parseBeijingTime, readableBeijingTime } from './beijing-time.ts'
export { type BillRefusal, type BillRequest, type BillType, billText } from './bill.ts'
export { type Book, createBook, findTrade, type RefundEntry, restoreTrade, type TradeRef } from './book.ts'
export { type CloseOptions, closeTrade, closeWaitMs } from './close-trade.ts'
export {
  cloudProvider,
  type NoticeOptions,
  type Provider,
  payNotice,
  providerOpenid,
  refundNotice,
} from './notice.ts'
export { noticeDelaysMs } from './notice-schedule.ts'
export { type PayRequest, payRefusal, payTrade, settlementFee } from './pay-trade.ts'
export { outTradeNoPattern, placeTrade, prepayLifeMs, shortestExpiryMs } from './place-trade.ts'
export { queryRefunds, type RefundQuery } from './query-refunds.ts'
export { type QueryOptions, queryTrade } from './query-trade.ts'
export { mostRefunds, type RefundRequest, refundableFee, requestRefund } from './request-refund.ts'
export { settleRefund } from './settle-refund.ts'
export { returnShare, type ShareRef } from './sharing/return-share.ts'
export {
  defaultShareRatio,
  finishSharing,
  type ShareRequest,
  shareableFee,
  shareProfit,
} from './sharing/share-profit.ts'
export { type Receiver, receiverKey, type Share, type ShareOrder, type Sharing } from './sharing/types.ts'
export { tradeLifeMs, tradeState, tradeStateDesc } from './trade-state.ts'
export type {
  Coupon,
  Merchant,
  Outcome,
  Payment,
  PlaceRequest,
  Refund,
  RefundState,
  Refusal,
  RefusalCode,
  Trade,
  TradeState,
} from './types.ts'
