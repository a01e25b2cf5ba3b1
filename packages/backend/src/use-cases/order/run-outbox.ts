import {
  type CoreEffect,
  decideAll,
  type Effect,
  isTell,
  type Order,
  type OrderEvent,
  type OutboxEntry,
  ok,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { PortError } from '../../ports/port-error.ts'
import { verticalEffects } from '../verticals.ts'
import { changeOrder } from './change-order.ts'
import { closePayment } from './close-payment.ts'
import type { EffectOutcome, EffectRunner } from './effect-runner.ts'
import { remindOwner } from './remind-owner.ts'
import { submitRefund } from './submit-refund.ts'
import { tell } from './tell.ts'

/**
 * Runs what waits in the order's outbox, as far as the time goes, and marks the batch done by one compare-and-set.
 * An effect may bring new ones (a closed payment turns out paid): they run in the next round. What is left, housekeeping
 * finds. Never throws for a platform in trouble: the order's own change is already safe.
 *
 * Messages are the exception: they leave the outbox with that replace and are sent after it, by whoever took them. A crash
 * between the two loses a message; nothing sends it twice.
 */
export const runOutbox = async (deps: Deps, order: Order, untilMs: number): Promise<Order> => {
  let current = order
  for (let round = 1; round <= maxRounds; round++) {
    const due = current.outbox.filter((entry) => entry.notBeforeMs <= deps.clock.nowMs())
    if (due.length === 0) return current
    const events: OrderEvent[] = []
    for (const entry of due.filter(({ effect }) => !isTell(effect))) {
      if (deps.clock.nowMs() >= untilMs) break
      events.push(...(await eventsOf(deps, current, entry)))
    }
    const tells = deps.clock.nowMs() >= untilMs ? [] : due.filter(({ effect }) => isTell(effect))
    if (tells.length > 0) events.push({ kind: 'effectsDone', keys: tells.map(({ key }) => key) })
    if (events.length === 0) return current
    const changed = await applied(deps, current, events, tells)
    if (changed === undefined) return current
    current = changed.order
    for (const entry of changed.taken) await outcomeOf(deps, current, entry)
  }
  return current
}

/** Closing, finding it paid, giving the money back: no story is longer. */
const maxRounds = 4

const coreEffects: { readonly [K in CoreEffect['kind']]: EffectRunner<K> } = {
  closePayment,
  submitRefund,
  remindOwner,
  tell,
}

const runnerOf = (kind: Effect['kind']): EffectRunner<Effect['kind']> => {
  const runners: Readonly<Record<string, unknown>> = kind in coreEffects ? coreEffects : verticalEffects
  const runner = runners[kind]
  if (runner === undefined) throw new Error(`nothing runs the effect ${kind}`)
  return runner as EffectRunner<Effect['kind']>
}

const eventsOf = async (deps: Deps, order: Order, entry: OutboxEntry): Promise<readonly OrderEvent[]> => {
  const outcome = await outcomeOf(deps, order, entry)
  if (outcome.kind === 'done') return [...(outcome.events ?? []), { kind: 'effectsDone', keys: [entry.key] }]
  deps.log.write({
    level: 'info',
    event: 'effect',
    orderNo: order.orderNo,
    effect: entry.key,
    outcome: 'later',
    tries: entry.tries + 1,
    reason: outcome.reason,
  })
  const { reason, notBeforeMs } = outcome
  return [{ kind: 'effectFailed', key: entry.key, reason, ...(notBeforeMs === undefined ? {} : { notBeforeMs }) }]
}

const outcomeOf = async (deps: Deps, order: Order, entry: OutboxEntry): Promise<EffectOutcome> => {
  try {
    return await runnerOf(entry.effect.kind)(deps, order, entry.effect, entry)
  } catch (error) {
    // A bug in one effect must not keep the others of the order from running.
    const reason = error instanceof Error ? error.message : String(error)
    if (!(error instanceof PortError))
      deps.log.write({ level: 'error', event: 'effect', orderNo: order.orderNo, effect: entry.key, error: reason })
    return { kind: 'later', reason }
  }
}

/** `taken`: which of the messages this very replace took out; a replace whose answer was lost took none, as far as we know. */
const applied = async (
  deps: Deps,
  order: Order,
  events: readonly OrderEvent[],
  tells: readonly OutboxEntry[],
): Promise<{ readonly order: Order; readonly taken: readonly OutboxEntry[] } | undefined> => {
  let taken: readonly OutboxEntry[] = []
  try {
    const changed = await changeOrder(deps, order, (now, nowMs) => {
      taken = tells.filter(({ key }) => now.outbox.some((entry) => entry.key === key))
      return ok(decideAll(now, events, nowMs).order)
    })
    return changed.ok ? { order: changed.value, taken } : undefined
  } catch (error) {
    if (error instanceof PortError) return undefined
    throw error
  }
}
