import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findFunctions } from '../functions/find-functions.ts'
import type { FunctionSource } from '../functions/function-source.ts'
import type { InvokeRules } from '../functions/invoke-rules.ts'
import { type CollectionSpec, readProjectFile } from './project-file.ts'

/** The project under emulation, read from its folder. Without a folder it is empty. */
export interface Project {
  /** The folder whose folders are functions. */
  readonly root?: string
  readonly appid?: string
  /** Undefined when the project does not list its collections. */
  readonly collections?: readonly CollectionSpec[]
  readonly rules: InvokeRules
  /** Reads the functions from disk; new, changed and removed ones show. */
  rescan(): readonly FunctionSource[]
}

/** Throws ProjectError, saying what to do, when the folder cannot be emulated. */
export const openProject = (folder: string | undefined, complain: (line: string) => void): Project => {
  if (folder === undefined) return { rules: {}, rescan: () => [] }
  const found = findFunctions(folder)
  const own = found.functions.map((one) => one.folder)
  const file = readProjectFile([found.root, resolve(folder)], own)
  const appid = readAppid(resolve(folder))
  return {
    root: found.root,
    ...(appid === undefined ? {} : { appid }),
    ...(file.collections === undefined ? {} : { collections: file.collections }),
    rules: file.functions,
    rescan: () => {
      const { functions, complaints } = findFunctions(folder)
      for (const complaint of complaints) complain(complaint)
      return functions
    },
  }
}

const readAppid = (folder: string): string | undefined => {
  const manifest = join(folder, 'project.config.json')
  if (!existsSync(manifest)) return undefined
  const { appid } = JSON.parse(readFileSync(manifest, 'utf8')) as { appid?: unknown }
  // DevTools writes `touristappid` for a project without account.
  return typeof appid === 'string' && /^wx[0-9a-f]{16}$/.test(appid) ? appid : undefined
}
