import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package, whether it runs from `src` or bundled from `dist`. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === '@pay/emulator') return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('the package.json of @pay/emulator is missing')
  return findRoot(parent)
}
