import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The three trades. Each can go, alone or with another one. */
export const verticals = ['shop', 'errand', 'tip'] as const
export type VerticalFolder = (typeof verticals)[number]

/**
 * Takes verticals out of the repository at `root`:
 * 1. every folder that has a vertical's name, or begins with it and a dash, wherever it lies; and a package that says in
 *    its package.json that it is about this vertical among others (`"verticals"`): the lab tells of all three at once;
 * 2. in every file that imported from such a folder (a registry), the lines of those imports and every line that uses what
 *    they brought. A registry has one line per vertical, so nothing else has to be touched.
 * Answers what was done, with paths from `root`.
 */
export const removeVerticals = async (root: string, names: readonly VerticalFolder[]): Promise<Removed> => {
  const found = await findVertical(root, names)
  for (const folder of found.folders) await rm(path.join(root, folder), { recursive: true })
  for (const file of found.registries) {
    const text = await readFile(path.join(root, file), 'utf8')
    await writeFile(path.join(root, file), withoutVerticals(text, names))
  }
  return found
}

export interface Removed {
  readonly folders: readonly string[]
  readonly registries: readonly string[]
}

/** The folders of these verticals and the registries that name them; nothing is changed. */
export const findVertical = async (root: string, names: readonly VerticalFolder[] = verticals): Promise<Removed> => {
  const folders: string[] = []
  const registries: string[] = []
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      const place = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (isOfVertical(entry.name, names)) folders.push(place)
        else if (await needs(path.join(root, place), names)) folders.push(place)
        else if (!isForeign(place)) await walk(place)
      } else if (/\.tsx?$/.test(entry.name)) {
        const text = await readFile(path.join(root, place), 'utf8')
        if (linesToDrop(text.split('\n'), names).size > 0) registries.push(place)
      }
    }
  }
  for (const top of ['apps', 'cloudfunctions', 'packages']) await walk(top)
  return { folders: folders.sort(), registries: registries.sort() }
}

/** The text of a registry without its lines of these verticals. */
export const withoutVerticals = (text: string, names: readonly VerticalFolder[]): string => {
  const lines = text.split('\n')
  const drop = linesToDrop(lines, names)
  const left = lines.filter((_, at) => !drop.has(at)).join('\n')
  // Where all imports are gone, the blank line beneath them goes too.
  return left.replace(/^\n+/, '')
}

const isOfVertical = (folder: string, names: readonly string[]): boolean =>
  names.some((name) => folder === name || folder.startsWith(`${name}-`))

/** A package that does not stand without one of them. */
const needs = async (folder: string, names: readonly string[]): Promise<boolean> => {
  const manifest = await readFile(path.join(folder, 'package.json'), 'utf8').catch(() => '{}')
  const { verticals: named = [] } = JSON.parse(manifest) as { verticals?: readonly string[] }
  return named.some((name) => names.includes(name))
}

/** The emulator knows WeChat and no vertical of ours; the rest is made, not written. */
const isForeign = (place: string): boolean =>
  place === 'packages/emulator' || /(^|\/)(node_modules|dist|\..*)$/.test(place)

const linesToDrop = (lines: readonly string[], names: readonly string[]): ReadonlySet<number> => {
  const drop = new Set<number>()
  const gone = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const [, kind, brought = '', from] = /^(import|export) (?:type )?(.*?) from '(\.[^']+)'$/.exec(line) ?? []
    if (kind === undefined || from === undefined) continue
    if (
      !from
        .split('/')
        .slice(0, -1)
        .some((folder) => isOfVertical(folder, names))
    )
      continue
    drop.add(at)
    if (kind === 'import') for (const name of namesIn(brought)) gone.add(name)
  }
  if (gone.size > 0) {
    const used = new RegExp(
      `(?<![\\w$'/-])(?<!(?<!\\.\\.)\\.)(${[...gone].map((name) => name.replaceAll('$', '\\$')).join('|')})(?![\\w$])`,
    )
    for (const [at, line] of lines.entries()) if (!/^\s*(\/\/|\/?\*)/.test(line) && used.test(line)) drop.add(at)
  }
  return drop
}

/** `{ type A, b as c }` brings A and c, `* as d` brings d. */
const namesIn = (brought: string): readonly string[] =>
  brought
    .replace(/[{}]/g, '')
    .split(',')
    .map((one) =>
      one
        .trim()
        .replace(/^type /, '')
        .replace(/^.* as /, ''),
    )
    .filter((name) => name !== '')
