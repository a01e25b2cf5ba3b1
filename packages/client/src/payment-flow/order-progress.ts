import type { OrderState, OrderView } from '@pay/core'

/** Answers may overtake each other: the one that is further on is the newer, among equals the later. */
export const newer = (known: OrderView | undefined, heard: OrderView): OrderView => {
  if (known === undefined || known.orderNo !== heard.orderNo) return heard
  const ahead = progress[heard.state] - progress[known.state]
  return ahead > 0 || (ahead === 0 && heard.nowMs >= known.nowMs) ? heard : known
}

/** Nothing that asking again could change: the money is there, or there is none and none is on its way back. */
export const isLast = (order: OrderView | undefined): boolean =>
  order !== undefined && lastStates.has(order.state) && order.refunds.every(({ state }) => endedRefunds.has(state))

const progress: Readonly<Record<OrderState, number>> = {
  unpaid: 0,
  closing: 1,
  // A closed order may still be paid and revived; a paid one is never unpaid again.
  closed: 2,
  paid: 3,
  completed: 4,
  refunded: 5,
}

const lastStates: ReadonlySet<OrderState> = new Set(['closed', 'paid', 'completed', 'refunded'])

const endedRefunds: ReadonlySet<string> = new Set(['settled', 'closed'])
