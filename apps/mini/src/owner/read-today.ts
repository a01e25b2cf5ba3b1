import { call } from '../pay.ts'
import { serverNow } from '../server-clock.ts'
import { ownerFunction } from './contracts.ts'
import { type Today, todayOf } from './today-of.ts'

/** Today's orders and money; a day of more than 200 orders is counted by its last 200. */
export const readToday = async () => {
  const orders = []
  let cursor: string | undefined
  for (let page = 0; page < 10; page++) {
    const outcome = await call(ownerFunction, 'listOrders', cursor === undefined ? {} : { cursor })
    if (!outcome.ok) return outcome
    orders.push(...outcome.data.items)
    cursor = outcome.data.cursor
    if (cursor === undefined || todayOf(outcome.data.items, serverNow()).orders < outcome.data.items.length) break
  }
  const today: Today = todayOf(orders, serverNow())
  return { ok: true, data: today } as const
}
