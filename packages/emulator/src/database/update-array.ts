import { compareValues, equalValues } from './compare.ts'
import { writeRefused } from './database-errors.ts'
import { editPath, removed } from './edit-path.ts'
import { stringifyEjson } from './ejson.ts'
import { compileQuery } from './match.ts'
import { compareBy, parseSort } from './sort.ts'
import { type Doc, isPlainObject, Regex, typeName, type Value } from './values.ts'

/** `$push`, `$pop`, `$pull`, `$pullAll`, `$addToSet`: refused on anything but an array, as Mongo does. */
export const updateArray = (doc: Doc, operator: string, path: string, operand: Value, before: Doc): Doc => {
  const creates = operator === '$push' || operator === '$pushAll' || operator === '$addToSet'
  return editPath(
    doc,
    path,
    (old) => {
      if (old === undefined && !creates) return removed
      if (old !== undefined && !Array.isArray(old)) throw notAnArray(operator, path, old, before)
      return edits[operator]?.(old ?? [], operand)
    },
    creates,
  )
}

const notAnArray = (operator: string, path: string, old: Value, before: Doc) => {
  const id = stringifyEjson(before._id)
  if (operator === '$push' || operator === '$pushAll')
    return writeRefused(`The field '${path}' must be an array but is of type ${typeName(old)} in document {_id: ${id}}`)
  if (operator === '$pop')
    return writeRefused(`Path '${path}' contains an element of non-array type '${typeName(old)}'`)
  if (operator === '$addToSet')
    return writeRefused(
      `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(old)}`,
    )
  return writeRefused(`Cannot apply ${operator} to a non-array value`)
}

const edits: Readonly<Record<string, (items: readonly Value[], operand: Value) => readonly Value[]>> = {
  $push: (items, operand) => push(items, operand),
  $pushAll: (items, operand) => [...items, ...(operand as readonly Value[])],
  $pop: (items, operand) => {
    if (operand !== 1 && operand !== -1) throw writeRefused(`$pop expects 1 or -1, found: ${stringifyEjson(operand)}`)
    return operand === 1 ? items.slice(0, -1) : items.slice(1)
  },
  $pull: (items, operand) => {
    const goes = pullTest(operand)
    return items.filter((item) => !goes(item))
  },
  $pullAll: (items, operand) => {
    if (!Array.isArray(operand)) throw writeRefused('$pullAll requires an array argument')
    return items.filter((item) => !operand.some((value) => equalValues(item, value)))
  },
  $addToSet: (items, operand) => {
    const given = isPlainObject(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]
    const out = [...items]
    for (const value of given) if (!out.some((item) => equalValues(item, value))) out.push(value)
    return out
  },
}

const push = (items: readonly Value[], operand: Value): readonly Value[] => {
  if (!isPlainObject(operand) || !('$each' in operand)) return [...items, operand]
  const { $each, $position, $sort, $slice, ...unknown } = operand
  if (!Array.isArray($each)) throw writeRefused('The argument to $each in $push must be an array')
  const strange = Object.keys(unknown)[0]
  if (strange !== undefined) throw writeRefused(`Unrecognized clause in $push: ${strange}`)
  const at = typeof $position === 'number' ? $position : items.length
  const start = at < 0 ? Math.max(items.length + at, 0) : at
  let out = [...items.slice(0, start), ...$each, ...items.slice(start)]
  if ($sort !== undefined) out = sortItems(out, $sort)
  if (typeof $slice === 'number') out = $slice < 0 ? out.slice($slice) : out.slice(0, $slice)
  return out
}

const sortItems = (items: readonly Value[], order: Value): Value[] => {
  if (order === 1 || order === -1) return [...items].sort((a, b) => compareValues(a, b) * order)
  const compare = compareBy(parseSort(order))
  return [...items].sort((a, b) => compare(isPlainObject(a) ? a : {}, isPlainObject(b) ? b : {}))
}

/** A document with operators, or a plain one, is a query on the elements; any other value must be equal. */
const pullTest = (operand: Value): ((item: Value) => boolean) => {
  if (operand instanceof Regex) return asElement({ $regex: operand })
  if (!isPlainObject(operand)) return (item) => equalValues(item, operand)
  if (Object.keys(operand).some((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key)))
    return asElement(operand)
  const query = compileQuery(operand)
  return (item) => isPlainObject(item) && query(item)
}

const asElement = (test: Doc) => {
  const query = compileQuery({ element: test })
  return (item: Value) => query({ element: item })
}
