/**
 * Values of a document in memory. Numbers, strings, booleans, null, arrays, plain objects and Date are themselves; a
 * 64-bit integer that a double cannot hold is a bigint; the rest are the classes below. A value is never changed in place.
 */
export type Value = unknown
export type Doc = { readonly [field: string]: Value }

export class ObjectId {
  readonly hex: string

  constructor(hex: string) {
    this.hex = hex
  }

  /** mingo tells instances of classes apart by their text. */
  toString(): string {
    return this.hex
  }
}

export class Regex {
  readonly pattern: string
  readonly options: string

  constructor(pattern: string, options: string) {
    this.pattern = pattern
    this.options = options
  }
}

/** BSON types that no function of this world computes with: kept and given back as their EJSON. */
export class Opaque {
  readonly ejson: Readonly<Record<string, unknown>>

  constructor(ejson: Readonly<Record<string, unknown>>) {
    this.ejson = ejson
  }

  get key(): string {
    return Object.keys(this.ejson)[0] as string
  }
}

/** `db.serverDate({ offset })`: becomes a Date when it is written or compared. */
export class ServerDate {
  readonly offsetMs: number

  constructor(offsetMs: number) {
    this.offsetMs = offsetMs
  }
}

export const isPlainObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** How Mongo's messages name a type. */
export const typeName = (value: Value): string => {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'number')
    return Number.isInteger(value) ? (Math.abs(value) < 2 ** 31 ? 'int' : 'long') : 'double'
  if (typeof value === 'bigint') return 'long'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof Regex) return 'regex'
  if (value instanceof Opaque) return opaqueNames[value.key] ?? 'object'
  return 'object'
}

const opaqueNames: Readonly<Record<string, string>> = {
  $minKey: 'minKey',
  $maxKey: 'maxKey',
  $binary: 'binData',
  $timestamp: 'timestamp',
  $numberDecimal: 'decimal',
}
