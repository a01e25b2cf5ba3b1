import { type Doc, ObjectId, Opaque, Regex, type Value } from './values.ts'

/** Total order of all values, as MongoDB sorts them: first by type, then by value. */
export const compareValues = (a: Value, b: Value): number => {
  const difference = typeOrder(a) - typeOrder(b)
  return difference === 0 ? compareSameType(a, b) : difference
}

export const equalValues = (a: Value, b: Value): boolean => a === b || compareValues(a, b) === 0

/** https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ ; missing counts as null. */
export const typeOrder = (value: Value): number => {
  switch (typeof value) {
    case 'undefined':
      return 1
    case 'number':
    case 'bigint':
      return 2
    case 'string':
      return 3
    case 'boolean':
      return 8
  }
  if (value === null) return 1
  if (Array.isArray(value)) return 5
  if (value instanceof Date) return 9
  if (value instanceof ObjectId) return 7
  if (value instanceof Regex) return 11
  if (value instanceof Opaque) return opaqueOrder[value.key] ?? 4
  return 4
}

const opaqueOrder: Readonly<Record<string, number>> = {
  $minKey: -1,
  $numberDecimal: 2,
  $binary: 6,
  $timestamp: 10,
  $maxKey: 127,
}

const compareSameType = (a: Value, b: Value): number => {
  if (typeof a === 'string') return a < (b as string) ? -1 : a > (b as string) ? 1 : 0
  if (typeof a === 'number' || typeof a === 'bigint') return compareNumbers(a, b)
  if (a === null || a === undefined) return 0
  if (typeof a === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date) return a.getTime() - (b as Date).getTime()
  if (a instanceof ObjectId) return compareSameType(a.hex, (b as ObjectId).hex)
  if (a instanceof Regex)
    return compareSameType(`${a.pattern}/${a.options}`, `${(b as Regex).pattern}/${(b as Regex).options}`)
  if (Array.isArray(a)) return compareArrays(a, b as readonly Value[])
  if (a instanceof Opaque || b instanceof Opaque) return compareOpaque(a, b)
  return compareObjects(a as Doc, b as Doc)
}

const compareNumbers = (a: number | bigint, b: Value): number => {
  if (b instanceof Opaque) return compareOpaque(a, b)
  // NaN sorts before every number and equals itself.
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  return a < (b as number) ? -1 : a > (b as number) ? 1 : 0
}

const compareOpaque = (a: Value, b: Value) => compareSameType(opaqueText(a), opaqueText(b))

const opaqueText = (value: Value) => (value instanceof Opaque ? JSON.stringify(value.ejson) : String(value))

const compareArrays = (a: readonly Value[], b: readonly Value[]): number => {
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const order = compareValues(a[index], b[index])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field in the order in which they stand, as Mongo does: { a, b } and { b, a } are different. */
const compareObjects = (a: Doc, b: Doc): number => {
  const aKeys = Object.keys(a)
  const bKeys = Object.keys(b)
  for (let index = 0; index < aKeys.length && index < bKeys.length; index += 1) {
    const aKey = aKeys[index] as string
    const bKey = bKeys[index] as string
    const byType = typeOrder(a[aKey]) - typeOrder(b[bKey])
    if (byType !== 0) return byType
    if (aKey !== bKey) return aKey < bKey ? -1 : 1
    const order = compareValues(a[aKey], b[bKey])
    if (order !== 0) return order
  }
  return aKeys.length - bKeys.length
}
