import { evaluate, type Variables } from './aggregate/expressions.ts'
import { compareValues, equalValues, typeOrder } from './compare.ts'
import { notEmulated, queryRefused } from './database-errors.ts'
import { geoIntersects, geoNear, geoWithin } from './geo.ts'
import { reach } from './paths.ts'
import { type Doc, isPlainObject, Regex, typeName, type Value } from './values.ts'

export type Predicate = (doc: Value) => boolean

/**
 * Compiles a query. Unknown operators are refused by name: a filter that is silently ignored would match everything.
 * `variables` are those of an enclosing `$lookup`, for `$expr`.
 */
export const compileQuery = (query: Doc, variables?: Variables): Predicate =>
  all(Object.entries(query).map(([key, value]) => condition(key, value, variables)))

const all =
  (parts: readonly Predicate[]): Predicate =>
  (doc) => {
    for (const part of parts) if (!part(doc)) return false
    return true
  }

const condition = (key: string, value: Value, variables: Variables | undefined): Predicate => {
  if (!key.startsWith('$')) return field(key, value)
  if (key === '$and' || key === '$or' || key === '$nor') {
    if (!Array.isArray(value) || value.length === 0) throw queryRefused(`${key} must be a nonempty array`)
    const parts = value.map((part) => compileQuery(asQuery(key, part), variables))
    if (key === '$and') return all(parts)
    if (key === '$or') return (doc) => parts.some((part) => part(doc))
    return (doc) => !parts.some((part) => part(doc))
  }
  if (key === '$expr') return (doc) => isTruthy(evaluate(value, doc as object, variables))
  if (key === '$comment') return () => true
  throw notEmulated(`the query operator ${key}`)
}

const asQuery = (key: string, part: Value): Doc => {
  if (!isPlainObject(part)) throw queryRefused(`${key} entries need to be full objects`)
  return part
}

/** What is asked of the values at one path: `values` as reached, `missing` when a branch ended early. */
type Test = (values: readonly Value[], missing: boolean) => boolean

const field = (path: string, expected: Value): Predicate => {
  const segments = path.split('.')
  const test = compileTest(expected)
  return (doc) => {
    const { values, missing } = reach(doc, segments)
    return test(values, missing)
  }
}

const compileTest = (expected: Value): Test => {
  if (isPlainObject(expected)) {
    const keys = Object.keys(expected)
    if (keys.some((key) => key.startsWith('$'))) {
      const tests = keys.filter((key) => key !== '$options').map((key) => operatorTest(key, expected[key], expected))
      return (values, missing) => tests.every((test) => test(values, missing))
    }
  }
  if (expected instanceof Regex) return some(regexTest(expected))
  return equals(expected)
}

const operatorTest = (operator: string, operand: Value, whole: Doc): Test => {
  const make = Object.hasOwn(operators, operator) ? operators[operator] : undefined
  if (make === undefined) throw queryRefused(`unknown operator: ${operator}`)
  return make(operand, whole)
}

/** An array matches by itself and by any of its elements. */
const some =
  (test: (value: Value) => boolean): Test =>
  (values) =>
    values.some((value) => test(value) || (Array.isArray(value) && value.some(test)))

const equals = (expected: Value): Test => {
  const byValue = some((value) => equalValues(value, expected))
  return expected === null ? (values, missing) => missing || byValue(values, missing) : byValue
}

const ordered =
  (accept: (order: number) => boolean) =>
  (expected: Value): Test => {
    const type = typeOrder(expected)
    const byValue = some((value) => typeOrder(value) === type && accept(compareValues(value, expected)))
    // { $gte: null } also finds what is missing, for missing counts as null.
    return expected === null && accept(0) ? (values, missing) => missing || byValue(values, missing) : byValue
  }

const not =
  (test: Test): Test =>
  (values, missing) =>
    !test(values, missing)

const list = (operator: string, operand: Value): readonly Value[] => {
  if (!Array.isArray(operand)) throw queryRefused(`${operator} needs an array`)
  return operand
}

const inList = (operator: string, operand: Value): Test => {
  const tests = list(operator, operand).map((item) => (item instanceof Regex ? some(regexTest(item)) : equals(item)))
  return (values, missing) => tests.some((test) => test(values, missing))
}

const operators: Readonly<Record<string, (operand: Value, whole: Doc) => Test>> = {
  $eq: (operand) => (operand instanceof Regex ? some((value) => equalValues(value, operand)) : equals(operand)),
  $ne: (operand) => not(equals(operand)),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in: (operand) => inList('$in', operand),
  $nin: (operand) => not(inList('$nin', operand)),
  $exists: (operand) => (values) => values.length > 0 === isTruthy(operand),
  $type: (operand) => {
    const wanted = (Array.isArray(operand) ? operand : [operand]).map((type) => typeAlias(type))
    return some((value) => wanted.some((names) => names.includes(typeName(value))))
  },
  $size: (operand) => (values) => values.some((value) => Array.isArray(value) && value.length === operand),
  $mod: (operand) => {
    const [divisor, remainder] = list('$mod', operand) as readonly number[]
    if (typeof divisor !== 'number' || typeof remainder !== 'number' || divisor === 0)
      throw queryRefused('malformed mod, needs [divisor, remainder]')
    return some(
      (value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder),
    )
  },
  $all: (operand) => {
    const tests = list('$all', operand).map((item) => compileTest(item))
    return (values, missing) => tests.length > 0 && tests.every((test) => test(values, missing))
  },
  $elemMatch: (operand) => {
    if (!isPlainObject(operand)) throw queryRefused('$elemMatch needs an Object')
    const first = Object.keys(operand)[0]
    const onValue = first?.startsWith('$') && !['$and', '$or', '$nor'].includes(first)
    const test = onValue ? compileTest(operand) : undefined
    const query = onValue ? undefined : compileQuery(operand)
    const matches = (element: Value) =>
      // Fields are looked for in objects only: a scalar element has none, so it cannot match "missing" either.
      test !== undefined
        ? test([element], false)
        : typeof element === 'object' && element !== null && query?.(element) === true
    return (values) => values.some((value) => Array.isArray(value) && value.some(matches))
  },
  $not: (operand) => {
    if (!(operand instanceof Regex) && !isPlainObject(operand)) throw queryRefused('$not needs a regex or a document')
    return not(compileTest(operand))
  },
  $regex: (operand, whole) => {
    const options = typeof whole.$options === 'string' ? whole.$options : undefined
    const regex =
      operand instanceof Regex
        ? new Regex(operand.pattern, options ?? operand.options)
        : new Regex(String(operand), options ?? '')
    return some(regexTest(regex))
  },
  $nearSphere: (operand) => some(geoNear(operand)),
  $near: (operand) => some(geoNear(operand)),
  $geoWithin: (operand) => some(geoWithin(operand)),
  $geoIntersects: (operand) => some(geoIntersects(operand)),
}

const isTruthy = (value: Value) => value !== false && value !== 0 && value !== null && value !== undefined

const regexTest = ({ pattern, options }: Regex) => {
  let regex: RegExp
  try {
    // Mongo's x has no counterpart in JavaScript; s, i and m have.
    regex = new RegExp(pattern, options.replace(/[^ims]/g, ''))
  } catch (error) {
    throw queryRefused(`Regular expression is invalid: ${(error as Error).message}`)
  }
  return (value: Value) =>
    (typeof value === 'string' && regex.test(value)) ||
    (value instanceof Regex && value.pattern === pattern && value.options === options)
}

const typeAlias = (type: Value): readonly string[] => {
  if (type === 'number') return ['int', 'long', 'double', 'decimal']
  if (typeof type === 'string') return [type]
  const name = typeNumbers[Number(type)]
  if (name === undefined) throw queryRefused(`Invalid numerical type code: ${String(type)}`)
  return [name]
}

const typeNumbers: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
}
