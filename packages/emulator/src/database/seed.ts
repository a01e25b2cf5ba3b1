import { readFileSync } from 'node:fs'
import { ProjectError } from '../functions/find-functions.ts'
import type { EmulatorContext } from '../service.ts'
import type { Collection } from './collection.ts'
import { parseEjson } from './ejson.ts'
import type { Operations } from './operations.ts'
import { type Doc, isPlainObject } from './values.ts'

/** Fills collections that are empty from `--seed-data`: `{ collection: [documents] }`, EJSON allowed. */
export const seed = async (
  context: EmulatorContext,
  collection: (name: unknown) => Collection,
  operations: Operations,
): Promise<void> => {
  const file = context.options.seedData
  if (file === undefined) return
  for (const [name, docs] of Object.entries(read(file))) {
    const into = collection(name)
    if (into.versions.size === 0) await operations.insert(into, docs)
  }
}

const read = (file: string): Readonly<Record<string, readonly Doc[]>> => {
  try {
    const value = parseEjson(readFileSync(file, 'utf8'))
    if (!isPlainObject(value)) throw new Error('it must be an object { collection: [documents] }')
    for (const [name, docs] of Object.entries(value))
      if (!Array.isArray(docs) || !docs.every(isPlainObject)) throw new Error(`${name} must be a list of documents`)
    return value as Readonly<Record<string, readonly Doc[]>>
  } catch (error) {
    throw new ProjectError(`seed data ${file}: ${(error as Error).message}`, { cause: error })
  }
}
