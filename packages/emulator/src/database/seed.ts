import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProjectError } from '../functions/find-functions.ts'
import { type SeedPlace, seedPlaces } from '../project/seed-places.ts'
import type { EmulatorContext } from '../service.ts'
import { checkPath, toFileId } from '../storage/file-id.ts'
import type { Collection } from './collection.ts'
import { parseEjson } from './ejson.ts'
import type { Operations } from './operations.ts'
import { type Doc, isPlainObject } from './values.ts'

/**
 * Fills collections that are empty from `--seed-data`: `{ collection: [documents] }`, EJSON allowed, and
 * `{ "$file": "tea.png" }` for the fileID of a file in `seed-files`, which is another one in each environment.
 */
export const seed = async (
  context: EmulatorContext,
  collection: (name: unknown) => Collection,
  operations: Operations,
): Promise<void> => {
  const { seedData, envId } = context.options
  if (seedData === undefined) return
  for (const place of seedPlaces(seedData))
    for (const [name, docs] of Object.entries(read(place, envId))) {
      const into = collection(name)
      if (into.versions.size === 0) await operations.insert(into, docs)
    }
}

const read = ({ documents, files }: SeedPlace, envId: string): Readonly<Record<string, readonly Doc[]>> => {
  const named = (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('$file' in value)) return value
    const path = checkPath(value.$file)
    if (!existsSync(join(files, path))) throw new Error(`there is no seed-files/${path}`)
    return toFileId(envId, path)
  }
  try {
    const value = parseEjson(JSON.stringify(JSON.parse(readFileSync(documents, 'utf8'), named)))
    if (!isPlainObject(value)) throw new Error('it must be an object { collection: [documents] }')
    for (const [name, docs] of Object.entries(value))
      if (!Array.isArray(docs) || !docs.every(isPlainObject)) throw new Error(`${name} must be a list of documents`)
    return value as Readonly<Record<string, readonly Doc[]>>
  } catch (error) {
    throw new ProjectError(`seed data ${documents}: ${(error as Error).message}`, { cause: error })
  }
}
