import type { Order } from '@pay/core'
import { type Deps, gatewayOf } from '../../deps.ts'

/**
 * Takes a fresh session of the buyer to the rail that signs with it. A code that was used already, such as by the first
 * try of a retried call, is no trouble: if there is no session then, the rail says so.
 */
export const logIn = async (deps: Deps, order: Order, loginCode: string | undefined): Promise<void> => {
  const rail = order.attempts.at(-1)?.rail
  if (loginCode === undefined || rail === undefined) return
  const answer = await gatewayOf(deps, rail).logIn?.(order.buyer, loginCode)
  if (answer === undefined || answer.kind === 'done') return
  const { kind: outcome, reason } = answer
  deps.log.write({ level: 'warn', event: 'login', orderNo: order.orderNo, outcome, reason })
}
