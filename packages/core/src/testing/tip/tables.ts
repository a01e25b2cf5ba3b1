import { nextTipProgress, tipTransitions } from '../../tip/transitions.ts'

/** The tips' table, with its question and the states in which it may rest for good. */
export const tipTables = {
  tipTransitions: { table: tipTransitions, next: nextTipProgress, final: ['takenBack'] },
} as const
