import type { Patch } from '../lab/patch.ts'

/** A real payment bug, brought into our own code. */
export interface Mutant {
  readonly id: string
  /** What goes wrong, as its victims told it. */
  readonly bug: string
  /** Where it happened in public. */
  readonly source: string
  readonly patches: readonly Patch[]
  /** Where it can show itself: only such lives are looked at. Without, the whole mix. */
  readonly scene?: string
  /** Another layer covers for this one: it is removed as well, so that the bug can be seen at all. */
  readonly mask?: { readonly why: string; readonly patches: readonly Patch[] }
}
