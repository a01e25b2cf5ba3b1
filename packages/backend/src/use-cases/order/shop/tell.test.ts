import { isTell, type Message, type Order, type OutTradeNo } from '@pay/core'
import { expect, test } from 'vitest'
import { memoryMessages } from '../../../adapters/memory/memory-messages.ts'
import { PortError } from '../../../ports/port-error.ts'
import { buyer, memoryWorld, requestId } from '../../../testing/memory-world.ts'
import { greenCup, line } from '../../../testing/shop/test-goods.ts'
import { placeShopOrder } from '../../shop/place-shop-order.ts'
import { messageMoments } from '../message-moments.ts'
import { refreshOrder } from '../refresh-order.ts'
import { runOutbox } from '../run-outbox.ts'

const owners = ['oOwner1', 'oOwner2'] as never[]
const all: readonly Message[] = ['order.paid', 'owner.newOrder', 'shop.shipped', 'order.refunded']
const templates = (...names: readonly Message[]) => Object.fromEntries(names.map((name) => [name, `template-${name}`]))

const shopWith = async (names: readonly Message[]) => {
  const world = await memoryWorld()
  const messages = memoryMessages(templates(...names))
  const deps = { ...world.deps, messages, ownerOpenids: owners }
  const input = { requestId: requestId('a'), lines: [line(greenCup)], remark: '', couponIds: [] }
  const placed = await placeShopOrder(deps, input, world.call())
  if (!placed.ok) throw new Error(placed.refusal.code)
  const { orderNo } = placed.value.order
  world.wechat.pay(`${orderNo}-1` as OutTradeNo, buyer)
  const learn = () => refreshOrder(deps, { orderNo }, world.call())
  const order = async () => (await deps.orders.get(orderNo)) as Order
  return { ...world, deps, messages, orderNo, learn, order }
}
const left = (order: Order) => order.outbox.filter(({ effect }) => isTell(effect))

test('whoever is concerned is told once, with what it is about', async () => {
  const { deps, messages, learn, order, orderNo } = await shopWith(all)
  await learn()
  expect(messages.sent.map(({ message, to }) => [message, to])).toEqual([
    ['order.paid', buyer],
    ['owner.newOrder', 'oOwner1'],
    ['owner.newOrder', 'oOwner2'],
  ])
  expect(messages.sent[0]).toMatchObject({ what: '青瓷杯', state: '已付款', no: orderNo, amountFen: 1990 })
  expect(left(await order())).toEqual([])
  await runOutbox(deps, await order(), Number.POSITIVE_INFINITY)
  await learn()
  expect(messages.sent).toHaveLength(3)
})

test('a message without a template is not sent, and the log says so once, not with every order', async () => {
  const { deps, messages, lines, learn, order } = await shopWith(['order.paid'])
  await learn()
  expect(messages.sent.map(({ message }) => message)).toEqual(['order.paid'])
  expect(left(await order())).toEqual([])
  const paid = await order()
  const again = { ...paid, version: paid.version + 1, outbox: unsent }
  await deps.orders.replace(again)
  await runOutbox(deps, again, Number.POSITIVE_INFINITY)
  expect(lines.filter(({ outcome }) => outcome === 'noTemplate').map(({ name }) => name)).toEqual(['owner.newOrder'])
})

const unsent: Order['outbox'] = [
  {
    key: 'tell:owner.newOrder',
    effect: { kind: 'tell', message: 'owner.newOrder', to: 'owners' },
    tries: 0,
    notBeforeMs: 0,
  },
]

test('side by side or one after the other, nothing sends a message twice', async () => {
  const { deps, messages, learn, order } = await shopWith(all)
  // The first run is kept from its outbox: its time is up.
  await refreshOrder(deps, { orderNo: (await order()).orderNo }, { ...callOf(deps), untilMs: 0 })
  const waiting = await order()
  expect(left(waiting)).toHaveLength(2)
  await Promise.all([1, 2, 3, 4].map(() => runOutbox(deps, waiting, Number.POSITIVE_INFINITY)))
  await learn()
  expect(messages.sent).toHaveLength(3)
})

test('where the answer to taking it is lost, nobody sends it: one message too few, never one too many', async () => {
  const { deps, messages, order } = await shopWith(all)
  await refreshOrder(deps, { orderNo: (await order()).orderNo }, { ...callOf(deps), untilMs: 0 })
  let lost = 0
  const losing = {
    ...deps.orders,
    replace: async (next: Order) => {
      const done = await deps.orders.replace(next)
      if (lost++ > 0) return done
      throw new PortError('orders', 'the answer is lost')
    },
  }
  await runOutbox({ ...deps, orders: losing }, await order(), Number.POSITIVE_INFINITY)
  await runOutbox(deps, await order(), Number.POSITIVE_INFINITY)
  expect(lost).toBeGreaterThan(0)
  expect(left(await order())).toEqual([])
  expect(messages.sent).toEqual([])
})

test('what cannot be sent is said in the log and not tried again', async () => {
  const { deps, lines, learn, order } = await shopWith(all)
  let tries = 0
  const send = async () => {
    tries++
    return { kind: 'failed', reason: 'timeout' } as const
  }
  const trouble = { ...deps, messages: { ...deps.messages, send } }
  await refreshOrder(trouble, { orderNo: (await order()).orderNo }, callOf(deps))
  await learn()
  expect(tries).toBe(3)
  expect(lines.filter(({ outcome }) => outcome === 'failed')).toHaveLength(3)
})

const callOf = ({ clock }: { clock: { nowMs(): number } }) => ({
  caller: { openid: buyer, clientIp: '203.0.113.7' },
  requestId: 'r1',
  untilMs: clock.nowMs() + 2_000,
})

test('a user is asked for what this deployment can send, three at a time', () => {
  const moments = (...names: readonly Message[]) => messageMoments({ messages: memoryMessages(templates(...names)) })
  expect(moments()).toEqual({})
  expect(moments('shop.shipped', 'order.paid')).toEqual({
    'shop.order': ['template-shop.shipped', 'template-order.paid'],
  })
  expect(moments('owner.newOrder')).toEqual({ 'owner.watch': ['template-owner.newOrder'] })
  const everything = moments(...all, 'shop.afterSaleAgreed', 'shop.afterSaleRefused')
  for (const ids of Object.values(everything)) expect(ids?.length).toBeLessThanOrEqual(3)
})
