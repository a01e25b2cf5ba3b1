/** What becomes of one call to the world outside a process. */
export const fates = ['done', 'dieBefore', 'actThenDie', 'answerLost', 'failed'] as const

export type Fate = (typeof fates)[number]

/** How a story tells it. */
export const fateSaid: Readonly<Record<Fate, string>> = {
  done: '',
  dieBefore: 'the process dies before it acts',
  actThenDie: 'it acts, then the process dies',
  answerLost: 'it acts, and the answer is lost',
  failed: 'it fails without acting',
}
