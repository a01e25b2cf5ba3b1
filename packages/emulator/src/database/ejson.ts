import { CloudError } from '../cloud-error.ts'
import { type Doc, ObjectId, Opaque, Regex, ServerDate, type Value } from './values.ts'

// MongoDB's own limit of nesting.
const deepest = 100

/** Reads the canonical (or relaxed) EJSON text that the SDK sends. Throws CloudError INVALID_PARAM. */
export const parseEjson = (text: string): Value => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `the data is not JSON: ${(error as Error).message}`)
  }
  return decode(json, 0)
}

export const parseDoc = (text: unknown): Doc => {
  const value = typeof text === 'string' ? parseEjson(text) : decode(text ?? {}, 0)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CloudError('INVALID_PARAM', 'an object was expected')
  return value as Doc
}

/** EJSON of a value, relaxed where that loses nothing: the SDK reads either. */
export const encodeEjson = (value: Value): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (typeof value !== 'object') return typeof value === 'bigint' ? { $numberLong: String(value) } : value
  if (value === null) return null
  if (Array.isArray(value)) return value.map(encodeEjson)
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof ObjectId) return { $oid: value.hex }
  if (value instanceof Regex) return { $regularExpression: { pattern: value.pattern, options: value.options } }
  if (value instanceof Opaque) return value.ejson
  const out: Record<string, unknown> = {}
  for (const key in value) out[key] = encodeEjson((value as Doc)[key])
  return out
}

export const stringifyEjson = (value: Value): string => JSON.stringify(encodeEjson(value))

const decode = (json: unknown, depth: number): Value => {
  if (typeof json !== 'object' || json === null) return json
  if (depth > deepest) throw new CloudError('INVALID_PARAM', `nested deeper than ${deepest} levels`)
  if (Array.isArray(json)) return json.map((item) => decode(item, depth + 1))
  const object = json as Record<string, unknown>
  const keys = Object.keys(object)
  const first = keys[0]
  if (first?.startsWith('$')) {
    const reader = readers[first]
    if (reader !== undefined && keys.length === 1) return reader(object[first], object)
  }
  const out: Record<string, Value> = {}
  for (const key of keys) {
    if (key === '__proto__') throw new CloudError('INVALID_PARAM', 'a field cannot be named __proto__')
    const value = object[key]
    if (isUndefined(value)) continue
    out[key] = decode(value, depth + 1)
  }
  return out
}

const isUndefined = (value: unknown) => typeof value === 'object' && value !== null && '$undefined' in value

const readers: Readonly<Record<string, (value: unknown, whole: Record<string, unknown>) => Value>> = {
  $numberInt: (value) => toNumber(value),
  $numberDouble: (value) => (value === 'NaN' ? Number.NaN : value === 'Infinity' ? Infinity : toNumber(value)),
  $numberLong: (value) => {
    const number = toNumber(value)
    return Number.isSafeInteger(number) ? number : BigInt(String(value))
  },
  $oid: (value) => new ObjectId(String(value)),
  $date: (value) => {
    const text = typeof value === 'object' && value !== null ? (value as Record<string, unknown>).$numberLong : value
    const ms = typeof text === 'string' && /^-?\d+$/.test(text) ? Number(text) : new Date(text as string).getTime()
    if (Number.isNaN(ms)) throw new CloudError('INVALID_PARAM', 'an invalid Date cannot be stored')
    return new Date(ms)
  },
  $regularExpression: (value) => {
    const { pattern, options } = value as Record<string, unknown>
    return new Regex(String(pattern), String(options ?? ''))
  },
  $tcb_server_date: (value) => new ServerDate(toNumber((decode(value, 0) as Doc).offset ?? 0)),
  $numberDecimal: (_, whole) => new Opaque(whole),
  $binary: (_, whole) => new Opaque(whole),
  $timestamp: (_, whole) => new Opaque(whole),
  $minKey: (_, whole) => new Opaque(whole),
  $maxKey: (_, whole) => new Opaque(whole),
}

const toNumber = (value: unknown): number => {
  const number = Number(value)
  if (Number.isNaN(number)) throw new CloudError('INVALID_PARAM', `${JSON.stringify(value)} is not a number`)
  // Mongo would keep the sign; no price needs it, and -0 surprises whoever compares.
  return number === 0 ? 0 : number
}
