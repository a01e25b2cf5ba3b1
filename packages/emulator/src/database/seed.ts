import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ProjectError } from '../functions/find-functions.ts'
import type { EmulatorContext } from '../service.ts'
import type { Collection } from './collection.ts'
import { parseEjson } from './ejson.ts'
import type { Operations } from './operations.ts'
import { type Doc, isPlainObject } from './values.ts'

/**
 * Fills collections that are empty from `--seed-data`: `{ collection: [documents] }`, EJSON allowed. A folder stands for
 * its `seed.json` and those of the folders in it.
 */
export const seed = async (
  context: EmulatorContext,
  collection: (name: unknown) => Collection,
  operations: Operations,
): Promise<void> => {
  const { seedData } = context.options
  if (seedData === undefined) return
  for (const file of seedFiles(seedData))
    for (const [name, docs] of Object.entries(read(file))) {
      const into = collection(name)
      if (into.versions.size === 0) await operations.insert(into, docs)
    }
}

const seedFiles = (path: string): readonly string[] => {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path]
  const folders = [path, ...readdirSync(path).map((name) => join(path, name))]
  return folders.map((folder) => join(folder, 'seed.json')).filter((file) => existsSync(file))
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
