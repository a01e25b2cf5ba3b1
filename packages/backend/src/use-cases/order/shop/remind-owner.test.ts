import type { Order, OutTradeNo, Refusal, Result } from '@pay/core'
import { expect, test } from 'vitest'
import { memoryMessages } from '../../../adapters/memory/memory-messages.ts'
import type { Deps } from '../../../deps.ts'
import { withFates } from '../../../testing/lose-answers.ts'
import { buyer, memoryWorld, requestId } from '../../../testing/memory-world.ts'
import { greenCup, line } from '../../../testing/shop/test-goods.ts'
import { keepHouse } from '../../housekeeping/keep-house.ts'
import { shopHandlers } from '../../shop/shop-handlers.ts'
import { shopOwnerHandlers } from '../../shop/shop-owner-handlers.ts'
import { refreshOrder } from '../refresh-order.ts'

const hour = 3_600_000
const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** A paid order whose buyer wants money back, and an owner with two phones. */
const claimed = async () => {
  const world = await memoryWorld()
  const messages = memoryMessages({ 'owner.unanswered': 'T1' })
  const deps: Deps = { ...world.deps, messages, ownerOpenids: ['oOwner1', 'oOwner2'] as never[] }
  const { placeOrder, askAfterSale } = shopHandlers(deps)
  const wish = { requestId: requestId('a'), lines: [line(greenCup)], remark: '', couponIds: [] }
  const { orderNo } = value(await placeOrder(wish, world.call())).order
  world.wechat.pay(`${orderNo}-1` as OutTradeNo, buyer)
  value(await refreshOrder(deps, { orderNo }, world.call()))
  const { skuId } = line(greenCup)
  const claim = { orderNo, requestId: requestId('as'), wants: 'refundOnly', reason: 'notWanted' } as const
  value(await askAfterSale({ ...claim, pieces: [{ skuId, quantity: 1 }], note: '', pictures: [] }, world.call()))
  const houseAfter = async (hours: number, by = deps) => {
    world.pass(hours * hour)
    for (let i = 0; i < 3; i++) await keepHouse(by, Number.POSITIVE_INFINITY)
  }
  const reminders = async () => {
    const { items } = await deps.incidents.open({ limit: 9 })
    return items.filter(({ kind }) => kind === 'unanswered')
  }
  const order = async () => (await deps.orders.get(orderNo)) as Order
  return { world, deps, messages, orderNo, houseAfter, reminders, order }
}

test('a claim that nobody answers is listed for a person and the owners are told, once, and no money moves', async () => {
  const { messages, orderNo, houseAfter, reminders, order } = await claimed()
  await houseAfter(47)
  expect(await reminders()).toEqual([])
  for (let i = 0; i < 3; i++) await houseAfter(2)
  const facts = { orderNo, what: 'afterSale', waitedHours: 49 }
  expect(await reminders()).toEqual([expect.objectContaining({ key: `unanswered-${orderNo}-as1`, facts })])
  expect(messages.sent.map(({ message, to, no }) => [message, to, no])).toEqual([
    ['owner.unanswered', 'oOwner1', orderNo],
    ['owner.unanswered', 'oOwner2', orderNo],
  ])
  expect(await order()).toMatchObject({ state: 'paid', refunds: [], outbox: [] })
})

test('a claim that is answered in time reminds nobody', async () => {
  const { world, deps, messages, orderNo, houseAfter, reminders } = await claimed()
  value(await shopOwnerHandlers(deps).refuseAfterSale({ orderNo, key: 'as1', because: '已使用' }, world.call()))
  await houseAfter(72)
  expect([await reminders(), messages.sent]).toEqual([[], []])
})

test('an incident that could not be written is written later, and the owners are not told again', async () => {
  const { deps, messages, houseAfter, reminders } = await claimed()
  let times = 1
  const incidents = withFates(deps.incidents, 'incidents', () => (times-- > 0 ? 'failed' : 'done'))
  await houseAfter(48, { ...deps, incidents })
  await houseAfter(1)
  expect(await reminders()).toHaveLength(1)
  expect(messages.sent).toHaveLength(2)
})
