import { type Claim, type HoldChange, type HoldRecord, whole } from './hold-record.ts'
import { withHold } from './reserve-hold.ts'

/**
 * Pieces of a committed hold can be had again: sold goods that never left the house, or came back. `part` names the
 * return, the same name is the same return. Never more than the hold. `notCommitted`: commit has to come first. In a
 * database: where the hold is committed and has no such part → available + quantity, part added.
 */
export const takeBackHold = <R extends HoldRecord>(
  record: R,
  { claim, quantity, part }: Claim & { readonly part: string },
  nowMs: number,
): HoldChange<'back' | 'notCommitted' | 'tooMany', R> => {
  const hold = record.holds[claim]
  if (hold?.state !== 'committed') return { answer: 'notCommitted', record }
  if (hold.back?.[part] !== undefined) return { answer: 'back', record }
  const before = Object.values(hold.back ?? {}).reduce((sum, pieces) => sum + pieces, 0)
  if (before + whole(quantity) > hold.quantity) return { answer: 'tooMany', record }
  const back = { ...hold.back, [part]: quantity }
  return { answer: 'back', record: withHold(record, claim, { ...hold, back, atMs: nowMs }, quantity) }
}
