import { decide, type Err, type Order, type OrderNo, type OrderRefusal, ok, type Result, viewOrder } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { changeOrder } from './change-order.ts'
import { logIn } from './log-in.ts'
import { ownOrder } from './own-order.ts'
import { type Prepared, preparePayment } from './prepare-payment.ts'

/**
 * Opens the payment again: the same attempt with identical parameters as long as it lives, a new one only when WeChat
 * confirmed that the last is closed.
 */
export const payOrder = async (
  deps: Deps,
  input: { readonly orderNo: OrderNo; readonly loginCode?: string | undefined },
  call: Call,
) => {
  const own = await ownOrder(deps, call.caller.openid, input.orderNo)
  if (!own.ok) return own
  await logIn(deps, own.value, input.loginCode)
  const prepared = await payAgain(deps, own.value, call)
  if (!prepared.ok) return prepared as Err<OrderRefusal>
  const { order, payment } = prepared.value
  const view = viewOrder(order, 'buyer', deps.clock.nowMs())
  return ok({ order: view, ...(payment === undefined ? {} : { payment }) })
}

const payAgain = async (
  deps: Deps,
  start: Order,
  { caller, untilMs }: Call,
): Promise<Result<Prepared, { code: string }>> => {
  const event = { kind: 'payAgain', clientIp: caller.clientIp, nonce: deps.ids.nonce() } as const
  let order = start
  // Twice: the first prepay may find out that WeChat closed the attempt meanwhile.
  for (let round = 1; ; round++) {
    const ready = await changeOrder(deps, order, (now, nowMs) => decide(now, event, nowMs))
    if (!ready.ok) return ready
    const prepared = await preparePayment(deps, ready.value, untilMs)
    if (!prepared.ok || prepared.value.payment !== undefined || round === 2) return prepared
    order = prepared.value.order
    if (order.state !== 'unpaid' || order.attempts.at(-1)?.state !== 'closed') return prepared
  }
}
