export { type AskedTip, newTip, type TipRefusal } from './ask-tip.ts'
export { compareGivers, type GiverSum, type Leader, rankGivers } from './board.ts'
export { type Creator, type CreatorView, creatorFaults, viewCreator } from './creator.ts'
export { countedTipFen, tip } from './tip.ts'
export {
  type CreatorPage,
  type MyTip,
  type ShownTip,
  tipContract,
  tipOwnerActions,
} from './tip-contract.ts'
export type { MessageCheck, TipDetail } from './tip-detail.ts'
export type { TipEffect } from './tip-effect.ts'
export type { TipEvent, TipEventRefusal } from './tip-event.ts'
export { coinsPerYuan, leastTipFen, mostTipFen, type TipSale, tipPointsFen, tipSaleOf } from './tip-sale.ts'
export type { TipView } from './tip-view.ts'
export { nextTipProgress, type TipMove, type TipProgress, tipTransitions } from './transitions.ts'
