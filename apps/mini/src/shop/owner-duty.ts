import type { OrderView } from '@pay/core'

export const ownerDuties = ['ship', 'decide', 'takeBack', 'refundAgain'] as const
export type OwnerDuty = (typeof ownerDuties)[number]

/** What an order of the shop waits for its owner to do, the most pressing first; undefined: nothing. */
export const ownerDuty = ({ detail, refunds }: OrderView): OwnerDuty | undefined => {
  if (detail.vertical !== 'shop') return undefined
  const states = detail.afterSales.map(({ state }) => state)
  if (states.includes('requested')) return 'decide'
  if (states.includes('returning')) return 'takeBack'
  // WeChat closed the refund: the money is still here, and only the owner can send it again.
  if (states.includes('refunding') && refunds.some(isClosedClaim) && !refunds.some(isOpen)) return 'refundAgain'
  return detail.actions.includes('ship') ? 'ship' : undefined
}

type Refund = OrderView['refunds'][number]

const isClosedClaim = ({ state, reason }: Refund) => state === 'closed' && reason === 'buyerRequest'
const isOpen = ({ state }: Refund) => state === 'requested' || state === 'accepted'
