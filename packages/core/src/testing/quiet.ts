import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import { isTell } from '../order/tell.ts'

/** The order once its messages are sent: what is left in its outbox is work. */
export const quiet = (order: Order): Order => {
  const keys = order.outbox.filter(({ effect }) => isTell(effect)).map(({ key }) => key)
  const sent = decide(order, { kind: 'effectsDone', keys }, 0)
  if (!sent.ok) throw new Error(sent.refusal.code)
  return sent.value
}
