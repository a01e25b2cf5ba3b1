import type { Order, OrderNo, SkuId } from '@pay/core'
import { check } from '../checkers/index.ts'
import { heal } from '../engine/heal.ts'
import { randomOf } from '../engine/random.ts'
import { Scheduler } from '../engine/scheduler.ts'
import { calm } from '../engine/weather.ts'
import { type Violation, World } from '../world/world.ts'
import type { Call } from './process-tree.ts'
import type { ExhaustiveScene } from './scene.ts'
import { copyBook, type State } from './state.ts'

const random = randomOf(0, 0)

/** Everybody stops here for good, every notice is lost, and the timer does the rest: is every promise kept? */
export const judge = async (scene: ExhaustiveScene, state: State): Promise<readonly Violation[]> => {
  const weather = { ...calm, noticeLost: 1 }
  const scheduler = new Scheduler({ random, weather, coverage: new Map(), startMs: state.nowMs })
  const world = new World(scheduler, { book: copyBook(state.book) })
  for (const [orderNo, order] of state.orders) world.orders.set(orderNo, order)
  for (const [skuId, available] of Object.entries(scene.stock)) world.setStock(skuId as SkuId, available)
  for (const [id, record] of state.stock) world.stock.set(id, record)
  for (const [runnerNo, runner] of state.runners) world.runners.set(runnerNo, runner)
  for (const [key, hint] of state.hints) world.hints.set(key, hint)
  for (const trade of world.book.trades.values())
    for (const refund of trade.refunds)
      if (refund.state === 'PROCESSING') world.wechat.unsettled.push(() => world.wechat.settle(trade, refund))
  await heal(world)
  check(world)
  return world.violations
}

/** What must not be true even for a moment. */
export const judgeWrite = (before: State, after: State, { port }: Call): string | undefined => {
  if (port !== 'orders' || before.orders === after.orders) return undefined
  for (const [orderNo, order] of after.orders) {
    const was = before.orders.get(orderNo as OrderNo)
    if (was === order) continue
    const wrong = wrongWrite(was, order, after)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

const wrongWrite = (was: Order | undefined, is: Order, { book }: State): string | undefined => {
  if (is.paidBy !== undefined && is.paidBy !== was?.paidBy) {
    const trade = [...book.trades.values()].find(({ outTradeNo }) => outTradeNo === is.paidBy)
    if (trade?.payment === undefined) return `${is.orderNo} is paid by ${is.paidBy}, which nobody paid`
  }
  if (was?.paidBy !== undefined && is.paidBy !== was.paidBy)
    return `${is.orderNo} was paid by ${was.paidBy}, then by ${is.paidBy}`
  if (is.detail.vertical !== 'errand' || is.detail.runner === undefined) return undefined
  const { openid } = is.detail.runner
  if (openid === is.buyer) return `${is.orderNo}: its buyer took it`
  const had = was?.detail.vertical === 'errand' && was.detail.task !== 'open' ? was.detail.runner?.openid : undefined
  return had === undefined || had === openid ? undefined : `${is.orderNo}: ${openid} took it from ${had}`
}
