/** state → move → next state */
export type TransitionTable = Readonly<Record<string, Readonly<Record<string, string>>>>

/** All the moves that a table knows. */
export type MoveOf<T extends TransitionTable> = { [S in keyof T]: keyof T[S] & string }[keyof T]

/** The look-up of a table; `undefined` means that it has no such move, and the caller decides what that means. */
export const nextIn =
  <T extends TransitionTable>(table: T) =>
  (from: keyof T, move: MoveOf<T>): keyof T | undefined => {
    const row: Readonly<Record<string, keyof T | undefined>> | undefined = table[from]
    return row?.[move]
  }
