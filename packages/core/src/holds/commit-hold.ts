import type { Claim, HoldChange, HoldRecord } from './hold-record.ts'
import { withHold } from './reserve-hold.ts'

/**
 * What was set aside is gone for good. `missing`: nothing is held, it was released or never reserved; the caller has
 * sold what it had not. In a database: where the hold is held → its state set; no count changes.
 */
export const commitHold = <R extends HoldRecord>(
  record: R,
  { claim }: Pick<Claim, 'claim'>,
  nowMs: number,
): HoldChange<'committed' | 'missing', R> => {
  const hold = record.holds[claim]
  if (hold?.state === 'committed') return { answer: 'committed', record }
  if (hold?.state !== 'held') return { answer: 'missing', record }
  return { answer: 'committed', record: withHold(record, claim, { ...hold, state: 'committed', atMs: nowMs }, 0) }
}
