import type { Claim, HoldRecord, Page } from '@pay/core'
import type { PageRequest } from './order-store.ts'

/**
 * What orders compete for, one document per id: the pieces of a SKU, a person's uses of a coupon, a runner's slots. The
 * rules are core's (`reserveHold` and its siblings); every method is idempotent by the name of its claim, and one
 * conditional update when it goes well.
 */
export interface HoldStore {
  /** `over`: this claim was released already, the call came too late. */
  reserve(id: string, claim: Claim, nowMs: number): Promise<ReserveAnswer>
  /** `missing`: nothing is held under this name. */
  commit(id: string, claim: Claim, nowMs: number): Promise<'committed' | 'missing'>
  /** Gives back what is held, and bars a reserve of the same claim that is still on its way. */
  release(id: string, claim: Claim, nowMs: number): Promise<void>
  takeBack(
    id: string,
    part: Claim & { readonly part: string },
    nowMs: number,
  ): Promise<'back' | 'notCommitted' | 'tooMany'>
  /** More (or fewer, never below 0) are there; the same key counts once. Answers what is there then. */
  add(id: string, more: number, key: string, nowMs: number): Promise<number>
  /** A new document, or `exists`. */
  insert(id: string, available: number): Promise<'inserted' | 'exists'>
  /** What can be had now. Ids without a document are left out. */
  levels(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Documents with anything older than `beforeMs` to look at, for housekeeping. */
  withHoldsBefore(beforeMs: number, page: PageRequest): Promise<Page<StoredHolds>>
  /** Forgets ended claims and old `added` keys, if the document is still at its version. */
  forget(stored: StoredHolds, claims: readonly string[], added: readonly string[]): Promise<boolean>
}

export type ReserveAnswer =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'short' | 'over'; readonly available: number }

export interface StoredHolds extends HoldRecord {
  readonly id: string
  /** Keys of `add` and when they came, so that a repeat is recognised. */
  readonly added: Readonly<Record<string, number>>
}

/** The oldest thing in it; Infinity when there is none. */
export const oldestMs = ({ holds, added }: StoredHolds): number =>
  Math.min(...Object.values(holds).map((hold) => hold.atMs), ...Object.values(added))
