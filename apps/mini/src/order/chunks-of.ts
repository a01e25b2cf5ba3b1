/** Cuts a list into pieces of `size`. A piece whose items are the same ones as the last time is the same piece: it need not be drawn. */
export const chunksOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] => {
  const chunks: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += size) chunks.push(same(items.slice(at, at + size)))
  return chunks
}

// Known by its first item; forgotten with it.
const known = new WeakMap<object, readonly unknown[]>()

const same = <T>(chunk: readonly T[]): readonly T[] => {
  const [first] = chunk
  if (typeof first !== 'object' || first === null) return chunk
  const before = known.get(first) as readonly T[] | undefined
  if (before?.length === chunk.length && before.every((item, at) => item === chunk[at])) return before
  known.set(first, chunk)
  return chunk
}
