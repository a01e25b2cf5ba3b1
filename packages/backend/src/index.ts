/** @pay/backend: use cases and ports. Adapters are subpaths, so that a function bundles only what it uses. */
export { type Deps, gatewayOf } from './deps.ts'
export { digestOf, maskOf } from './digest.ts'
export { orderNoFor } from './order-no.ts'
export type { BookmarkStore } from './ports/bookmark-store.ts'
export type { Clock } from './ports/clock.ts'
export { cursorOf, type Place, placeOf } from './ports/cursor.ts'
export type { Distance } from './ports/errand/distance.ts'
export type { CancelTransferAnswer, Payout, PayoutOrder, TransferAnswer } from './ports/errand/payout.ts'
export type { ReputationStore } from './ports/errand/reputation-store.ts'
export { type RunnerQuery, type RunnerStore, unbookedSinceMs, waitingSinceMs } from './ports/errand/runner-store.ts'
export type { Files } from './ports/files.ts'
export type {
  BillAnswer,
  BillDay,
  BillRow,
  CloseAnswer,
  Gateway,
  PaymentAnswer,
  Prepay,
  PrepayAnswer,
  RefundAnswer,
  RefundOrder,
  RefundStateAnswer,
  Unknown,
} from './ports/gateway.ts'
export { type Hint, type HintStore, hintKey } from './ports/hint-store.ts'
export { type HoldStore, oldestMs, type ReserveAnswer, type StoredHolds } from './ports/hold-store.ts'
export type { Http, HttpAnswer, HttpRequest } from './ports/http.ts'
export type { Ids } from './ports/ids.ts'
export type { Incident, IncidentKind, IncidentStore } from './ports/incident-store.ts'
export type { LedgerStore } from './ports/ledger-store.ts'
export type { Log, LogLine } from './ports/log.ts'
export type { MessageAnswer, Messages, SendAnswer, Shipping, UserMessage } from './ports/messages.ts'
export type { OrderQuery, OrderStore, PageRequest } from './ports/order-store.ts'
export type { Owners } from './ports/owners.ts'
export type { Notice, NoticeAnswer, PaymentNotice, RefundNotice } from './ports/payment-notice.ts'
export { PortError } from './ports/port-error.ts'
export type { Push } from './ports/push.ts'
export type { CouponStore } from './ports/shop/coupon-store.ts'
export type { GoodsFilter, GoodsStore } from './ports/shop/goods-store.ts'
export type { SettingsStore, ShopSettings } from './ports/shop/settings-store.ts'
export type { Signer } from './ports/signer.ts'
export type { TextCheck, TextVerdict } from './ports/text-check.ts'
export type { CreatorStore } from './ports/tip/creator-store.ts'
export type { Call, Caller } from './serve/call.ts'
export { type HandlersOf, type Host, serve } from './serve/serve.ts'
export { type NoticeReply, serveNotice } from './serve/serve-notice.ts'
export { serveTimer, type TimerReply } from './serve/serve-timer.ts'
export { errandHandlers } from './use-cases/errand/errand-handlers.ts'
export type { ErrandDeps, ErrandPorts } from './use-cases/errand/errand-ports.ts'
export { payoutNoFor, runnerNoFor } from './use-cases/errand/numbers.ts'
export { jobs, keepHouse } from './use-cases/housekeeping/keep-house.ts'
export { handleNotice } from './use-cases/notice/handle-notice.ts'
export type { NoticeOutcome } from './use-cases/notice/notice-outcome.ts'
export { applyEvents, changeOrder } from './use-cases/order/change-order.ts'
export { askedMessages } from './use-cases/order/message-moments.ts'
export { orderHandlers } from './use-cases/order/order-handlers.ts'
export { settleOrder } from './use-cases/order/settle-order.ts'
export { ownerHandlers } from './use-cases/owner/owner-handlers.ts'
export type { ShopDeps } from './use-cases/shop/shop-deps.ts'
export { shopHandlers } from './use-cases/shop/shop-handlers.ts'
export { type PushReply, servePush } from './use-cases/tip/serve-push.ts'
export { tipHandlers } from './use-cases/tip/tip-handlers.ts'
export type { TipDeps, TipPorts } from './use-cases/tip/tip-ports.ts'
