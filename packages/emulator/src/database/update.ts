import { compareValues, equalValues } from './compare.ts'
import { notEmulated, writeRefused } from './database-errors.ts'
import { editPath, removed } from './edit-path.ts'
import { stringifyEjson } from './ejson.ts'
import { valueAt } from './paths.ts'
import { resolvePositional } from './positional.ts'
import { updateArray } from './update-array.ts'
import { type Doc, isPlainObject, ServerDate, typeName, type Value } from './values.ts'

export interface UpdateOptions {
  readonly nowMs: number
  /** The query that found the document, for `$` in a path. */
  readonly query?: Doc
  /** The document is being made by an upsert. */
  readonly inserting?: boolean
}

/**
 * Applies Mongo update operators and returns the new document; the same object when nothing changed. What Mongo refuses
 * is refused here in its words: `$inc` on a text, a path through null, two operators on one path.
 */
export const applyUpdate = (doc: Doc, update: Doc, options: UpdateOptions): Doc => {
  const moves = readMoves(update, doc, options)
  let next = doc
  for (const { operator, path, operand } of moves) next = applyOne(next, operator, path, operand, options, doc)
  if (!equalValues(next._id, doc._id))
    throw writeRefused(`Performing an update on the path '_id' would modify the immutable field '_id'`)
  return equalValues(next, doc) ? doc : next
}

/** Dates that the server fills in, wherever they stand in a value. */
export const resolveServerDates = (value: Value, nowMs: number): Value => {
  if (value instanceof ServerDate) return new Date(nowMs + value.offsetMs)
  if (Array.isArray(value)) return value.map((item) => resolveServerDates(item, nowMs))
  if (!isPlainObject(value)) return value
  const out: Record<string, Value> = {}
  for (const key of Object.keys(value)) out[key] = resolveServerDates(value[key], nowMs)
  return out
}

interface Move {
  readonly operator: string
  readonly path: string
  readonly operand: Value
}

const readMoves = (update: Doc, doc: Doc, options: UpdateOptions): readonly Move[] => {
  const moves: Move[] = []
  for (const [operator, fields] of Object.entries(update)) {
    if (!operator.startsWith('$')) throw writeRefused(`Unknown modifier: ${operator}. Expected a valid update modifier`)
    if (!isPlainObject(fields))
      throw writeRefused(`Modifiers operate on fields but we found type ${typeName(fields)} instead`)
    for (const [path, operand] of Object.entries(fields)) {
      if (path === '' || path.split('.').includes(''))
        throw writeRefused(`The update path '${path}' contains an empty field name`)
      if (path.split('.').some((segment) => segment === '__proto__'))
        throw writeRefused(`the field name __proto__ is not accepted`)
      moves.push({
        operator,
        path: resolvePositional(path, doc, options.query),
        operand: resolveServerDates(operand, options.nowMs),
      })
      if (operator === '$rename') moves.push({ operator: '', path: String(operand), operand })
    }
  }
  refuseConflicts(moves)
  return moves.filter(({ operator }) => operator !== '')
}

const refuseConflicts = (moves: readonly Move[]) => {
  const paths = moves.map(({ path }) => path).sort()
  for (const [index, path] of paths.entries()) {
    const other = paths.slice(index + 1).find((next) => next === path || next.startsWith(`${path}.`))
    if (other !== undefined) throw writeRefused(`Updating the path '${other}' would create a conflict at '${path}'`)
  }
}

const applyOne = (
  doc: Doc,
  operator: string,
  path: string,
  operand: Value,
  options: UpdateOptions,
  before: Doc,
): Doc => {
  switch (operator) {
    case '$set':
      return editPath(doc, path, () => operand)
    case '$setOnInsert':
      return options.inserting ? editPath(doc, path, () => operand) : doc
    case '$unset':
      return editPath(doc, path, () => removed, false)
    case '$inc':
    case '$mul':
      return editPath(doc, path, (old) => arithmetic(operator, path, old, operand, before))
    case '$min':
    case '$max':
      return editPath(doc, path, (old) => extreme(operator, old, operand))
    case '$currentDate':
      return editPath(doc, path, () => new Date(options.nowMs))
    case '$bit':
      return editPath(doc, path, (old) => bitwise(path, old, operand))
    case '$rename':
      return rename(doc, path, operand)
    case '$push':
    case '$pushAll':
    case '$pop':
    case '$pull':
    case '$pullAll':
    case '$addToSet':
      return updateArray(doc, operator, path, operand, before)
  }
  throw notEmulated(`the update operator ${operator}`)
}

const arithmetic = (operator: '$inc' | '$mul', path: string, old: Value, by: Value, before: Doc): Value => {
  const word = operator === '$inc' ? 'increment' : 'multiply'
  if (typeof by !== 'number' && typeof by !== 'bigint')
    throw writeRefused(`Cannot ${word} with non-numeric argument: {${path}: ${stringifyEjson(by)}}`)
  if (old === undefined) return operator === '$inc' ? by : 0
  if (typeof old !== 'number' && typeof old !== 'bigint') {
    const field = path.split('.').at(-1)
    throw writeRefused(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${stringifyEjson(before._id)}} has the field '${field}' of non-numeric type ${typeName(old)}`,
    )
  }
  return operator === '$inc' ? add(old, by) : multiply(old, by)
}

const add = (a: number | bigint, b: number | bigint) =>
  exact(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  )

const multiply = (a: number | bigint, b: number | bigint) =>
  exact(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  )

/** Integers stay exact up to 64 bits, as in the database; a fraction makes it a double. */
const exact = (
  a: number | bigint,
  b: number | bigint,
  small: (x: number, y: number) => number,
  large: (x: bigint, y: bigint) => bigint,
): number | bigint => {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = small(a, b)
    if (Number.isSafeInteger(result) || !Number.isInteger(a) || !Number.isInteger(b)) return result
  }
  if ((typeof a === 'number' && !Number.isInteger(a)) || (typeof b === 'number' && !Number.isInteger(b)))
    return small(Number(a), Number(b))
  const result = large(BigInt(a), BigInt(b))
  if (result !== BigInt.asIntN(64, result)) throw writeRefused('the result of the operation exceeds 64 bits')
  const number = Number(result)
  return Number.isSafeInteger(number) ? number : result
}

const extreme = (operator: '$min' | '$max', old: Value, operand: Value): Value => {
  if (old === undefined) return operand
  const order = compareValues(operand, old)
  return (operator === '$min' ? order < 0 : order > 0) ? operand : old
}

const bitwise = (path: string, old: Value, operand: Value): Value => {
  if (!isPlainObject(operand)) throw writeRefused(`The $bit modifier is not compatible with a ${typeName(operand)}`)
  let value = old ?? 0
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw writeRefused(`Cannot apply $bit to a value of non-integral type. '${path}' is of type ${typeName(old)}`)
  for (const [name, mask] of Object.entries(operand)) {
    if (typeof mask !== 'number') throw writeRefused(`The $bit modifier field must be an Integer(32/64 bit)`)
    if (name === 'and') value = (value as number) & mask
    else if (name === 'or') value = (value as number) | mask
    else if (name === 'xor') value = (value as number) ^ mask
    else throw writeRefused(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  }
  return value
}

const rename = (doc: Doc, from: string, to: Value): Doc => {
  if (typeof to !== 'string' || to === '') throw writeRefused(`The 'to' field for $rename must be a string: ${from}`)
  if (from === '_id' || to === '_id')
    throw writeRefused(`Performing an update on the path '_id' would modify the immutable field '_id'`)
  const value = valueAt(doc, from)
  if (value === undefined) return doc
  return editPath(
    editPath(doc, from, () => removed, false),
    to,
    () => value,
  )
}
