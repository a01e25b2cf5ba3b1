import { notEmulated, queryRefused } from './database-errors.ts'
import { compileQuery } from './match.ts'
import { type Doc, isPlainObject, type Value } from './values.ts'

/** `field({ a: 1, 'b.c': 1 })` or `{ a: 0 }`, with `$elemMatch` and `$slice` on arrays. */
export const project = (doc: Doc, projection: Doc | undefined): Doc => {
  if (projection === undefined) return doc
  const entries = Object.entries(projection).filter(([key]) => key !== '_id')
  if (entries.length === 0 && !('_id' in projection)) return doc
  const special = entries.filter(([, value]) => isPlainObject(value))
  const plain = entries.filter(([, value]) => !isPlainObject(value))
  const including =
    plain.some(([, value]) => isOn(value)) || special.some(([, value]) => '$elemMatch' in (value as Doc))
  if (including && plain.some(([, value]) => !isOn(value)))
    throw queryRefused('Projection cannot have a mix of inclusion and exclusion.')
  const keepsOnlyId = entries.length === 0 && isOn(projection._id)
  let out: Doc
  if (including || keepsOnlyId)
    out = include(
      doc,
      [...plain, ...special].map(([path]) => path.split('.')),
    )
  else
    out = exclude(
      doc,
      plain.map(([path]) => path.split('.')),
    )
  for (const [path, value] of special) out = applySpecial(out, doc, path, value as Doc)
  if ('_id' in projection && !isOn(projection._id)) {
    const { _id, ...rest } = out
    return rest
  }
  return '_id' in doc && !('_id' in out) ? { _id: doc._id, ...out } : out
}

const isOn = (value: Value) => value !== 0 && value !== false

const include = (value: Doc, paths: readonly (readonly string[])[]): Doc => {
  const out: Record<string, Value> = {}
  for (const key of Object.keys(value)) {
    if (key === '_id' && !paths.some(([first]) => first === '_id')) {
      out._id = value._id
      continue
    }
    const mine = paths.filter(([first]) => first === key)
    if (mine.length === 0) continue
    const deeper = mine.filter((path) => path.length > 1).map((path) => path.slice(1))
    const child = value[key]
    if (mine.some((path) => path.length === 1)) out[key] = child
    else if (Array.isArray(child)) out[key] = child.filter(isPlainObject).map((item) => include(item, deeper))
    else if (isPlainObject(child)) out[key] = include(child, deeper)
  }
  return out
}

const exclude = (value: Doc, paths: readonly (readonly string[])[]): Doc => {
  const out: Record<string, Value> = {}
  for (const key of Object.keys(value)) {
    const mine = paths.filter(([first]) => first === key)
    if (mine.some((path) => path.length === 1)) continue
    const deeper = mine.map((path) => path.slice(1))
    const child = value[key]
    if (deeper.length > 0 && Array.isArray(child))
      out[key] = child.map((item) => (isPlainObject(item) ? exclude(item, deeper) : item))
    else out[key] = deeper.length > 0 && isPlainObject(child) ? exclude(child, deeper) : child
  }
  return out
}

const applySpecial = (out: Doc, doc: Doc, path: string, special: Doc): Doc => {
  const value = doc[path]
  const operator = Object.keys(special)[0]
  if (operator === '$elemMatch') {
    const test = compileQuery(special.$elemMatch as Doc)
    const found = Array.isArray(value) ? value.find((item) => isPlainObject(item) && test(item)) : undefined
    const { [path]: _, ...rest } = out
    return found === undefined ? rest : { ...rest, [path]: [found] }
  }
  if (operator === '$slice') return Array.isArray(value) ? { ...out, [path]: slice(value, special.$slice) } : out
  throw notEmulated(`the projection operator ${operator}`)
}

const slice = (items: readonly Value[], spec: Value): readonly Value[] => {
  if (typeof spec === 'number') return spec < 0 ? items.slice(spec) : items.slice(0, spec)
  if (!Array.isArray(spec)) throw queryRefused('$slice needs a number or [skip, limit]')
  const [skip, limit] = spec as readonly number[]
  const start = (skip ?? 0) < 0 ? Math.max(items.length + (skip ?? 0), 0) : (skip ?? 0)
  return items.slice(start, start + (limit ?? 0))
}
