export { type CancelTerms, cancelTerms } from './cancel.ts'
export { cellOf, cellsAround, coarseArea, coarsePoint } from './coarse.ts'
export { stillEarnedFen } from './dispute.ts'
export { errand } from './errand.ts'
export { type CodeRefusal, errandContract } from './errand-contract.ts'
export type {
  CodeTries,
  Dispute,
  ErrandDetail,
  ExtraPurpose,
  Rating,
  TaskExtra,
  TaskGoods,
  TaskRunner,
} from './errand-detail.ts'
export type { ErrandEffect, ErrandMessage } from './errand-effect.ts'
export type { ErrandEvent, ErrandEventRefusal } from './errand-event.ts'
export { errandOwnerActions, type PayoutToMake } from './errand-owner-contract.ts'
export { type ErrandAction, type ErrandView, errandActions, type PlaceView } from './errand-view.ts'
export {
  type ExtraDetail,
  type ExtraEffect,
  type ExtraEvent,
  type ExtraMove,
  type ExtraRefusal,
  type ExtraState,
  type ExtraView,
  errandExtra,
  extraTransitions,
  nextExtra,
} from './extra/errand-extra.ts'
export { maxExtras } from './extra-paid.ts'
export { disputesList, type HallTask, hallListOf, hallListsAround, hallTask } from './hall.ts'
export { triesBeforePause } from './hand-over.ts'
export { type ErrandKind, errandKinds, hasPickupCode, needsFrom } from './kinds.ts'
export { newErrandDetail } from './new-errand-detail.ts'
export {
  autoConfirmAfterMs as errandAutoConfirmAfterMs,
  disputableForMs,
  freeCancelForMs,
  lateAfterMs,
  openForMs,
  overdueAfterMs,
} from './periods.ts'
export type { Place, Point } from './place.ts'
export { type ErrandPrice, type ErrandPriceRefusal, type ErrandTerms, priceErrand } from './price-errand.ts'
export { acceptQuote, type ErrandQuote, type QuoteRefusal, quoteLivesMs, quoteText, type SignedQuote } from './quote.ts'
export * from './runner/index.ts'
export { holdsSlot, type RunnerTask, viewRunnerTask } from './runner-task.ts'
export { slotOf, taskOfSlot } from './slot.ts'
export { straightLineM } from './straight-line.ts'
export { goodsMissingFen } from './take.ts'
export { type ErrandTariff, tariff } from './tariff.ts'
export { commissionFen, earningOf, fullEarningFen, goodsPaidFen, leftFen, tipsFen } from './task-money.ts'
export { type ErrandMove, type ErrandTask, errandTaskTransitions, nextErrandTask } from './transitions.ts'
