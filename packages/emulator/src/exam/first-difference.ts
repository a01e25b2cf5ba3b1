/** Where two JSON values part, as `path: this … that`; undefined when they are the same. */
export const firstDifference = (
  a: unknown,
  b: unknown,
  ignore: readonly string[] = [],
  path = '',
): string | undefined => {
  if (ignore.includes(path)) return undefined
  if (isBranch(a) && isBranch(b) && Array.isArray(a) === Array.isArray(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const found = firstDifference(a[key], b[key], ignore, path === '' ? key : `${path}.${key}`)
      if (found !== undefined) return found
    }
    return undefined
  }
  return Object.is(a, b) ? undefined : `${path}: ${brief(a)} … ${brief(b)}`
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const brief = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 120)
