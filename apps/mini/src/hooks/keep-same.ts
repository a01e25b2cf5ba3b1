/** A list read anew in which whatever has not changed is the old object, so that nothing of it is drawn again. */
export const keepSame = <T>(before: readonly T[], after: readonly T[]): readonly T[] => {
  const known = new Map(before.map((item) => [contentOf(item), item]))
  return after.map((item) => known.get(contentOf(item)) ?? item)
}

/** All but the server's clock, which is another with every answer. */
const contentOf = (item: unknown): string => JSON.stringify(item, (name, value) => (name === 'nowMs' ? 0 : value))
