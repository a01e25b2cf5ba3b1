import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { FunctionSource } from './function-source.ts'
import { readFunctionConfig } from './read-function-config.ts'

export interface FoundFunctions {
  /** The folder whose folders are functions. */
  readonly root: string
  readonly functions: readonly FunctionSource[]
  /** Lines for the person: a config.json that cannot be read, and the like. */
  readonly complaints: readonly string[]
}

const entries = ['index.ts', 'index.mts', 'index.cts', 'index.js', 'index.cjs']

/**
 * The functions of a project: the folders with an index file, in `cloudfunctionRoot` of its project.config.json, in the
 * folder itself, or in its `cloudfunctions`. `config.json` of a function gives timeout and triggers.
 */
export const findFunctions = (project: string): FoundFunctions => {
  const folder = resolve(project)
  if (!existsSync(folder)) throw new ProjectError(`there is no folder ${folder}`)
  const complaints: string[] = []
  const root = functionRoot(folder)
  const functions: FunctionSource[] = []
  for (const name of readdirSync(root).sort()) {
    const place = join(root, name)
    if (name.startsWith('.') || name === 'node_modules' || name === 'dist' || !statSync(place).isDirectory()) continue
    const entry = entries.map((file) => join(place, file)).find((file) => existsSync(file))
    if (entry === undefined) continue
    const { config, complaint } = readFunctionConfig(place)
    if (complaint !== undefined) complaints.push(complaint)
    functions.push({ name, folder: place, entry, config })
  }
  return { root, functions, complaints }
}

/** The project cannot be run as it is; the message says what to do. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError'
}

const functionRoot = (folder: string): string => {
  const manifest = join(folder, 'project.config.json')
  if (existsSync(manifest)) {
    const named = readNamedRoot(manifest)
    if (named !== undefined) {
      const root = resolve(folder, named)
      if (!existsSync(root))
        throw new ProjectError(`${manifest}: cloudfunctionRoot names ${named}, which does not exist`)
      return root
    }
  }
  const inner = join(folder, 'cloudfunctions')
  const hasOwn = readdirSync(folder).some((name) => entries.some((file) => existsSync(join(folder, name, file))))
  return !hasOwn && existsSync(inner) ? inner : folder
}

const readNamedRoot = (manifest: string): string | undefined => {
  try {
    const named = JSON.parse(readFileSync(manifest, 'utf8')).cloudfunctionRoot
    return typeof named === 'string' && named !== '' ? named : undefined
  } catch (error) {
    throw new ProjectError(`${manifest} is not JSON: ${(error as Error).message}`)
  }
}
