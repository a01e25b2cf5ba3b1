/** WeChat's books of virtual payment by themselves: a state machine without I/O, clock or randomness. */
export { orderView, refundView } from '../order-view.ts'
export { coinsSpentNotice, deliverNotice, refundPush } from '../push-events.ts'
export { paySig, userSignature } from '../sign-xpay.ts'
export { type CoinRequest, cancelCoins, payCoins, presentCoins } from './coins.ts'
export {
  findOrder,
  payVirtual,
  placeVirtual,
  refundVirtual,
  type VirtualPurchase,
  type VirtualRefundRequest,
} from './orders.ts'
export {
  accountOf,
  type CoinAccount,
  type CoinMove,
  createVirtualBook,
  envKey,
  type VirtualBook,
  type VirtualOrder,
  type VirtualRefund,
  type XpayOutcome,
  xpayRefuse,
} from './virtual-book.ts'
