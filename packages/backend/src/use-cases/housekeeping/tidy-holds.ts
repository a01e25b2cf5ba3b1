import { endedBefore, heldBefore, type Order, type OrderNo } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { HoldStore, StoredHolds } from '../../ports/hold-store.ts'
import { eachOf } from './each-of.ts'

/** Longer than any order can be paid and closed, than any effect pauses, than any function runs. */
const tidyAfterMs = 24 * 3_600_000

/** What is held for orders that are over, whatever came late, is given back; ended holds are forgotten. `name`: of the list. */
export const tidyHolds = (deps: Deps, name: string, store: HoldStore, untilMs: number) =>
  eachOf(deps, {
    job: `holds:${name}`,
    untilMs,
    find: (page) => store.withHoldsBefore(deps.clock.nowMs() - tidyAfterMs, page),
    place: (stored) => ({ atMs: Math.min(...Object.values(stored.holds).map(({ atMs }) => atMs)), id: stored.id }),
    look: (stored) => tidy(deps, store, stored),
  })

const tidy = async (deps: Deps, store: HoldStore, stored: StoredHolds): Promise<void> => {
  const nowMs = deps.clock.nowMs()
  const before = nowMs - tidyAfterMs
  for (const claim of heldBefore(stored, before)) {
    const quantity = stored.holds[claim]?.quantity ?? 0
    // Never inserted, or over without its release having found the hold.
    if (isOver(await deps.orders.get(claim as OrderNo))) await store.release(stored.id, { claim, quantity }, nowMs)
  }
  const ended: string[] = []
  for (const claim of endedBefore(stored, before))
    if (!isWaiting(await deps.orders.get(claim as OrderNo))) ended.push(claim)
  const added = Object.entries(stored.added).flatMap(([key, atMs]) => (atMs < before ? [key] : []))
  if (ended.length + added.length > 0) await store.forget(stored, ended, added)
}

/** No sale will come of it: money that may still come goes back. */
const isOver = (order: Order | undefined): boolean =>
  order === undefined || (order.state === 'closed' && order.outbox.length === 0)

/** An effect of the order may still ask for the hold. */
const isWaiting = (order: Order | undefined): boolean => order !== undefined && order.outbox.length > 0
