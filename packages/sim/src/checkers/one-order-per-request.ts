import type { Checker } from './checker.ts'

export const oneOrderPerRequest: Checker = {
  name: 'oneOrderPerRequest',
  promise: 'The same request is the same order, however often it was sent',
  check: (world, found) => {
    const seen = new Map<string, string>()
    for (const { orderNo, buyer, requestId } of world.orders.values()) {
      const key = `${buyer} ${requestId}`
      const other = seen.get(key)
      if (other !== undefined) found(`${orderNo} and ${other} are both ${requestId}`)
      seen.set(key, orderNo)
    }
  },
}
