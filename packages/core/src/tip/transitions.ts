import { type MoveOf, nextIn, type TransitionTable } from '../order/transition-table.ts'

/** How far a tip has come. */
export const tipTransitions = {
  none: { give: 'given', fill: 'toSpend' },
  /** The payer's coins are there and not spent on this tip yet. */
  toSpend: { give: 'given', takeBack: 'takenBack' },
  /** The creator has it, the giver sees the thanks. */
  given: { takeBack: 'takenBack' },
  /** The money goes back: no thanks, no place on the board. */
  takenBack: {},
} as const satisfies TransitionTable

type Table = typeof tipTransitions
export type TipProgress = keyof Table
export type TipMove = MoveOf<Table>

export const nextTipProgress = nextIn(tipTransitions)
