import { isAcknowledged, noticeContexts } from '../world/wechat.ts'
import type { World } from '../world/world.ts'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * The storm is over: nothing fails any more, WeChat delivers what it still has to say, the timer runs every minute, and
 * the bill of the day is there the next morning. Time goes on until a run of the timer finds nothing to do.
 */
export const heal = async (world: World): Promise<void> => {
  const { scheduler } = world
  scheduler.healing = true
  const timer = scheduler.process('healing', 'world', 'timer', { SOURCE: 'wx_trigger' })
  const timerRuns = async () => {
    for (const comesBack of world.returns) await comesBack()
    scheduler.current = timer
    await world.functions.housekeeping({}, {})
    await deliver(world)
  }

  await deliver(world)
  for (let round = 0; round < mostRounds; round++) {
    scheduler.nowMs = round === 0 ? scheduler.nowMs + minute : nextMoment(world)
    await timerRuns()
    if (isQuiet(world)) break
  }
  world.quietAtMs = scheduler.nowMs
  // Past ten in the morning of the day after, when the bill is there and old holds are tidied.
  scheduler.nowMs += day + 12 * 60 * minute
  await timerRuns()
  let moved = false
  for (const atMs of world.signedDueMs()) {
    moved = true
    scheduler.nowMs = Math.max(scheduler.nowMs, atMs + scheduler.weather.skewMs)
    await timerRuns()
  }
  // Then every deadline that is left: confirmed by the clock, settled, lapsed.
  for (let round = 0; round < mostRounds; round++) {
    const due = dueMs(world)
    if (due === Number.POSITIVE_INFINITY && isQuiet(world)) break
    moved = true
    scheduler.nowMs = nextMoment(world)
    await timerRuns()
  }
  if (!moved && world.book.refunds.size === 0) return
  // And past the next bill, for what moved meanwhile: once more each time it moved an order.
  for (let round = 0, writes = -1; round < 5 && world.writes.length > writes; round++) {
    writes = world.writes.length
    scheduler.nowMs += 2 * day
    await timerRuns()
  }
}

const mostRounds = 40

const deliver = async (world: World): Promise<void> => {
  const { scheduler, wechat } = world
  for (let again = 0; again < 3; again++) {
    for (const settle of wechat.unsettled.splice(0)) settle()
    const notices = wechat.undelivered.splice(0)
    if (notices.length === 0) return
    for (const notice of notices) {
      scheduler.current = scheduler.process('healing', 'world', 'WeChat', noticeContexts[notice.to])
      const reply = await world.functions[notice.to](notice.event, {})
      if (isAcknowledged(reply)) notice.acknowledged?.()
      else wechat.undelivered.push(notice)
    }
  }
}

/** Nothing that the clock alone would still move. */
const isQuiet = (world: World): boolean => {
  if (world.wechat.unsettled.length > 0 || world.wechat.undelivered.length > 0) return false
  for (const order of world.orders.values())
    if (order.state === 'unpaid' || order.state === 'closing' || order.outbox.length > 0) return false
  return true
}

/** The timer's next minute; or the next thing that is due, when that is later. */
const nextMoment = (world: World): number => {
  const next = world.scheduler.nowMs + minute
  const due = dueMs(world)
  return due === Number.POSITIVE_INFINITY ? next : Math.max(next, due + world.scheduler.weather.skewMs)
}

const dueMs = (world: World): number => {
  let due = Number.POSITIVE_INFINITY
  for (const { dueAtMs } of world.orders.values()) if (dueAtMs !== undefined && dueAtMs < due) due = dueAtMs
  return due
}
