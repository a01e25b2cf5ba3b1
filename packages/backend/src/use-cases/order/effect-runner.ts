import type { Effect, Order, OrderEvent, OutboxEntry } from '@pay/core'
import type { Deps } from '../../deps.ts'

/** Runs one effect of an order. Safe to repeat; throws only when the platform is in trouble. */
export type EffectRunner<K extends Effect['kind']> = (
  deps: Deps,
  order: Order,
  effect: Extract<Effect, { readonly kind: K }>,
  entry: OutboxEntry,
) => Promise<EffectOutcome>

export type EffectOutcome =
  /** What the order learns from it, if anything. */
  | { readonly kind: 'done'; readonly events?: readonly OrderEvent[] }
  /** Not now: the order keeps it and pauses, as long as it finds right or until the moment named. */
  | { readonly kind: 'later'; readonly reason: string; readonly notBeforeMs?: number }
