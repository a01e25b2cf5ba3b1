import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProjectError } from '../functions/find-functions.ts'
import type { InvokeRules } from '../functions/invoke-rules.ts'

/**
 * `collections.json`, beside the functions or in the project folder: what one sets in the cloud's console by hand. A
 * function's folder may have one of its own, which adds to it.
 *
 * ```json
 * {
 *   "collections": [{
 *     "name": "orders",
 *     "permission": "ADMINONLY",
 *     "indexes": [{ "name": "by_no", "unique": true, "keys": [{ "field": "orderNo", "direction": 1 }] }]
 *   }],
 *   "functions": { "*": { "invoke": "auth != null" }, "housekeeping": { "invoke": false } }
 * }
 * ```
 */
export interface ProjectFile {
  /** Undefined when there is no file: collections then come into being when first written to, with a warning. */
  readonly collections?: readonly CollectionSpec[]
  readonly functions: InvokeRules
}

export interface CollectionSpec {
  readonly name: string
  /** READONLY (all read, creator writes), PRIVATE (creator only), ADMINWRITE (all read), ADMINONLY, or a security rule. */
  readonly permission: 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY' | SecurityRule
  readonly indexes: readonly IndexSpec[]
}

/** `{ read: true, write: 'doc._openid == auth.openid' }`; also `create`, `update`, `delete` apart. */
export type SecurityRule = Readonly<Record<string, boolean | string>>

export interface IndexSpec {
  readonly name: string
  readonly unique: boolean
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 | '2dsphere' }[]
}

export const readProjectFile = (folders: readonly string[], functionFolders: readonly string[] = []): ProjectFile => {
  const own = functionFolders.map((folder) => join(folder, 'collections.json')).filter((path) => existsSync(path))
  const common = folders.map((folder) => join(folder, 'collections.json')).find((path) => existsSync(path))
  const files = [...(common === undefined ? [] : [common]), ...own].map(readOne)
  const lists = files.flatMap(({ collections }) => (collections === undefined ? [] : [collections]))
  return {
    ...(lists.length === 0 ? {} : { collections: lists.flat() }),
    functions: Object.assign({}, ...files.map(({ functions }) => functions)) as InvokeRules,
  }
}

const readOne = (file: string): ProjectFile => {
  try {
    const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    return {
      ...(given.collections === undefined ? {} : { collections: asList(given.collections).map(toCollection) }),
      functions: (given.functions ?? {}) as InvokeRules,
    }
  } catch (error) {
    throw new ProjectError(`${file}: ${(error as Error).message}`, { cause: error })
  }
}

const presets = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY']

const toCollection = (given: unknown): CollectionSpec => {
  const { name, permission = 'ADMINONLY', indexes = [] } = asObject(given)
  if (typeof name !== 'string' || name === '') throw new Error('a collection has no name')
  if (typeof permission === 'string' && !presets.includes(permission))
    throw new Error(`collection ${name}: permission ${permission} is none of ${presets.join(', ')}`)
  return {
    name,
    permission: permission as CollectionSpec['permission'],
    indexes: asList(indexes).map((index) => toIndex(name, index)),
  }
}

const toIndex = (collection: string, given: unknown): IndexSpec => {
  const { name, unique = false, keys } = asObject(given)
  const fields = asList(keys).map((key) => {
    const { field, direction = 1 } = asObject(key)
    if (typeof field !== 'string' || field === '') throw new Error(`an index of ${collection} has a key without field`)
    if (direction === '2dsphere') return { field, direction: '2dsphere' as const }
    return { field, direction: String(direction) === '-1' || direction === 'desc' ? (-1 as const) : (1 as const) }
  })
  if (fields.length === 0) throw new Error(`an index of ${collection} has no keys`)
  return {
    name: typeof name === 'string' ? name : fields.map((key) => key.field).join('_'),
    unique: unique === true,
    keys: fields,
  }
}

const asList = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Error('a list was expected')
  return value
}

const asObject = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('an object was expected')
  return value as Record<string, unknown>
}
