import type { OutRefundNo, OutTradeNo } from '../identity/ids.ts'
import type { VerticalEffect } from '../verticals.ts'
import type { OrderMessage, Tell } from './tell.ts'
import type { Unanswered } from './unanswered.ts'

/** What the order's change asks of the world outside its document. Every one is safe to repeat under its key, but for messages: see `Tell`. */
export type Effect = CoreEffect | VerticalEffect

export type CoreEffect =
  /** Query the attempt at WeChat, close it if unpaid, report what was found. */
  | { readonly kind: 'closePayment'; readonly outTradeNo: OutTradeNo }
  /** Submit the refund under its number. */
  | { readonly kind: 'submitRefund'; readonly outRefundNo: OutRefundNo }
  /** Keep for a person what the owner has not answered. */
  | ({ readonly kind: 'remindOwner' } & Unanswered)
  | ({ readonly kind: 'tell' } & Tell<OrderMessage>)

/** Every message that there is, by its name. */
export type Message = Extract<Effect, { readonly message: string }>['message']

/** An effect waiting in the order document: written in the same replace as the change that caused it. */
export interface OutboxEntry {
  /** Stable and unique within the order, so that a repeated run is recognised. */
  readonly key: string
  readonly effect: Effect
  readonly tries: number
  /** Not to be run before: grows with every failure. */
  readonly notBeforeMs: number
  readonly lastFailure?: string
}

const firstPauseMs = 15_000
const longestPauseMs = 3_600_000

/** The pause after the n-th failure (1, 2, …): 15 s, doubled each time, an hour at most. */
export const pauseAfter = (tries: number): number =>
  Math.min(firstPauseMs * 2 ** (Math.min(tries, 20) - 1), longestPauseMs)

/** Adds what is not there yet: the same key is the same effect. */
export const addEffects = (
  outbox: readonly OutboxEntry[],
  effects: readonly { readonly key: string; readonly effect: Effect }[],
  nowMs: number,
): readonly OutboxEntry[] => {
  const fresh = effects.filter(({ key }) => !outbox.some((entry) => entry.key === key))
  return [...outbox, ...fresh.map(({ key, effect }) => ({ key, effect, tries: 0, notBeforeMs: nowMs }))]
}

export const removeEffects = (outbox: readonly OutboxEntry[], keys: readonly string[]): readonly OutboxEntry[] =>
  outbox.filter((entry) => !keys.includes(entry.key))

export const postponeEffect = (
  outbox: readonly OutboxEntry[],
  key: string,
  reason: string,
  nowMs: number,
  notBeforeMs?: number,
): readonly OutboxEntry[] =>
  outbox.map((entry) => {
    if (entry.key !== key) return entry
    const tries = entry.tries + 1
    return { ...entry, tries, lastFailure: reason, notBeforeMs: notBeforeMs ?? nowMs + pauseAfter(tries) }
  })
