import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { Phone } from '../../world/phone.ts'
import type { World } from '../../world/world.ts'
import { paidOrder } from './behind.ts'

/** A paid order and 199 that were placed a minute before one another, all alike but for their numbers. */
const twoHundredOrders = async (world: World) => {
  const orderNo = await paidOrder(world, 'anna')
  const [one] = await world.weChat.documents('orders')
  const numbers = Array.from({ length: 200 }, (_, at) => `${orderNo.slice(0, -3)}${String(at).padStart(3, '0')}`)
  for (const [at, no] of numbers
    .filter((number) => number !== orderNo)
    .slice(0, 199)
    .entries()) {
    const copy = JSON.parse(JSON.stringify(one).replaceAll(orderNo, no))
    const createdAtMs = Number(one?.createdAtMs) - (at + 1) * 60_000
    await world.weChat.import('orders', { ...copy, createdAtMs, order: { ...copy.order, createdAtMs } })
  }
}

/** Down to the last order; of how many elements the page was made where it had most of them. */
const mostNodesDownTo = async (phone: Phone, end: string) => {
  let most = await phone.nodes()
  let arrived = false
  const last = Date.now() + 90_000
  const scroll = async () => {
    while (!arrived && Date.now() < last) {
      await phone.toEnd()
      most = Math.max(most, await phone.nodes())
    }
  }
  const watch = async () => {
    while (!arrived && Date.now() < last)
      await phone.sees(end).then(
        () => {
          arrived = true
        },
        () => undefined,
      )
  }
  await Promise.all([scroll(), watch()])
  expect(arrived, `${end} was not reached`).toBe(true)
  return most
}

// WeChat counts the nodes of a page: https://developers.weixin.qq.com/miniprogram/dev/framework/audits/performance.html
const mostNodes = 1_000

describe('two hundred orders', () => {
  inAWorld({ timer: '0 0 * * * * *' })

  story(
    'are read page by page by their buyer and by the owner, who has them all to send, and never all drawn at once',
    async (world) => {
      await twoHundredOrders(world)
      for (const [user, route] of [
        ['anna', '/pages/orders/index'],
        ['owner', '/owner/pages/orders/index'],
        ['owner', '/shop/pages/desk/index'],
      ] as const) {
        const phone = await world.phone(user)
        await phone.open(route)
        await phone.sees('待发货')
        const most = await mostNodesDownTo(phone, '已经到底了')
        expect(most).toBeGreaterThan(100)
        expect(most, `${route}: ${most} nodes`).toBeLessThan(mostNodes)
      }
    },
  )
})
