import { createHash } from 'node:crypto'
import { countedTipFen, type OpenId, type Order } from '@pay/core'
import type { BoardTip } from '../../ports/tip/tip-board.ts'
import { tipOf } from './tip-order.ts'

/**
 * The face under which a tip counts: the same for all tips of one person to one creator, another one for what they give
 * anonymously, and nothing that leads back to the openid.
 */
export const giverOf = (owner: OpenId, creatorId: string, anonymous: boolean): string =>
  createHash('sha256')
    .update(JSON.stringify(['giver', owner, creatorId, anonymous]))
    .digest('base64url')
    .slice(0, 22)

/** What the board shows of the order as it is now. */
export const boardTipOf = (order: Order): BoardTip => {
  const { creatorId, creatorName, anonymous, giverName, message, messageCheck, amountFen, givenAtMs } = tipOf(order)
  const shown = messageCheck === 'passed'
  return {
    orderNo: order.orderNo,
    revision: order.version,
    creatorId,
    creatorName,
    owner: order.buyer,
    giver: giverOf(order.buyer, creatorId, anonymous),
    ...(shown && !anonymous && giverName !== '' ? { name: giverName } : {}),
    ...(shown && message !== '' ? { message } : {}),
    review: messageCheck === 'review',
    amountFen,
    countedFen: countedTipFen(order),
    givenAtMs: givenAtMs ?? order.createdAtMs,
  }
}
