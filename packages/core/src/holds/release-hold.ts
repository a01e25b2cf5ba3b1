import type { Claim, HoldChange, HoldRecord } from './hold-record.ts'
import { withHold } from './reserve-hold.ts'

/**
 * What was set aside can be had again. Without a hold it leaves a released one all the same: a reserve still on its
 * way must find the claim over. What is committed stays committed. In a database: where the hold is held → state set,
 * available + quantity; where there is none → a released hold added.
 */
export const releaseHold = <R extends HoldRecord>(
  record: R,
  { claim }: Pick<Claim, 'claim'>,
  nowMs: number,
): HoldChange<'released' | 'committed', R> => {
  const hold = record.holds[claim]
  if (hold?.state === 'committed') return { answer: 'committed', record }
  if (hold?.state === 'released') return { answer: 'released', record }
  const quantity = hold?.quantity ?? 0
  const released = { state: 'released', quantity, atMs: nowMs } as const
  return { answer: 'released', record: withHold(record, claim, released, quantity) }
}
