import { type MoveOf, nextIn, type TransitionTable } from '../order/transition-table.ts'

/** What becomes of a task, once paid. The only place that decides it. */
export const errandTaskTransitions = {
  none: { paid: 'open' },
  /** In the hall. */
  open: { take: 'taken', expire: 'notTaken', cancel: 'cancelled', revoke: 'revoked' },
  taken: { pickUp: 'pickedUp', drop: 'open', cancel: 'cancelled', dispute: 'frozen', revoke: 'revoked' },
  /** The runner has it: fetched, bought, or begun. No cancelling any more, only a dispute. */
  pickedUp: { deliver: 'delivered', dispute: 'frozen', revoke: 'revoked' },
  delivered: { confirm: 'confirmed', autoConfirm: 'autoConfirmed', dispute: 'frozen', revoke: 'revoked' },
  confirmed: { settle: 'settled', dispute: 'frozen', revoke: 'revoked' },
  autoConfirmed: { settle: 'settled', dispute: 'frozen', revoke: 'revoked' },
  /** Nobody gets anything until the owner has decided. */
  frozen: { split: 'split', revoke: 'revoked' },
  /** The runner's part can be withdrawn. */
  settled: { revoke: 'revoked' },
  /** The owner divided the money. */
  split: { revoke: 'revoked' },
  /** By the buyer, perhaps for a fee. */
  cancelled: { revoke: 'revoked' },
  /** Nobody wanted it in time: all the money goes back. */
  notTaken: {},
  /** All the money went back by the owner's word, whatever the stage. */
  revoked: {},
} as const satisfies TransitionTable

type Table = typeof errandTaskTransitions
export type ErrandTask = keyof Table
export type ErrandMove = MoveOf<Table>

export const nextErrandTask = nextIn(errandTaskTransitions)
