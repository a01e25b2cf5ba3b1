import type { Fen } from '../money/fen.ts'
import type { Actor } from '../order/history.ts'
import type { Order } from '../order/order.ts'
import type { MessageCheck, TipDetail } from './tip-detail.ts'
import type { TipProgress } from './transitions.ts'

/** What a person may see of a tip. */
export interface TipView {
  readonly vertical: 'tip'
  readonly creatorId: string
  readonly creatorName: string
  readonly amountFen: Fen
  readonly by: 'goods' | 'coins'
  readonly progress: TipProgress
  readonly giverName: string
  readonly anonymous: boolean
  readonly message: string
  readonly messageCheck: MessageCheck
  /** Present once WeChat has confirmed the money, and as long as it stays. */
  readonly thanks?: string
  readonly givenAtMs?: number
}

export const viewTip = ({ detail }: Order<TipDetail>, viewer: Actor): TipView => {
  const { creatorId, creatorName, amountFen, sale, progress, giverName, anonymous } = detail
  const { message, messageCheck, thanks, givenAtMs } = detail
  return {
    vertical: 'tip',
    creatorId,
    creatorName,
    amountFen,
    by: sale.kind,
    progress,
    // The owner answers for the page and knows every word on it, but not who wanted to stay unknown.
    giverName: anonymous && viewer !== 'buyer' ? '' : giverName,
    anonymous,
    message,
    messageCheck,
    ...(progress === 'given' ? { thanks } : {}),
    ...(givenAtMs === undefined ? {} : { givenAtMs }),
  }
}
