import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { applyPatches, type Patch } from './patch.ts'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, '../../dist')

/**
 * The lab's worker and all the product's code as one file, so that a long run is not disturbed by an edit, and starts at
 * once on every core. `patches` break the product on the way. Throws when a patch no longer fits.
 * `entry`, below `src`: the worker, unless said.
 */
export const bundleLab = async (patches: readonly Patch[] = [], entry = 'lab/worker.ts'): Promise<string> => {
  const seen = new Set<string>()
  const { outputFiles } = await build({
    entryPoints: [join(here, '..', entry)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    plugins: [
      {
        name: 'patches',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const file = path.split(sep).join('/')
            if (!patches.some((patch) => file.endsWith(`packages/${patch.file}`))) return undefined
            seen.add(file)
            return { contents: applyPatches(file, readFileSync(path, 'utf8'), patches), loader: 'ts' }
          }),
      },
    ],
  })
  for (const { file } of patches)
    if (![...seen].some((path) => path.endsWith(`packages/${file}`))) throw new Error(`${file} is not part of the lab`)
  const code = (outputFiles[0] as { text: string }).text
  const path = join(dist, `lab-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
  if (!existsSync(path)) {
    mkdirSync(dist, { recursive: true })
    // Two runs may bundle the same code at once: whoever is second puts the same file in its place.
    writeFileSync(`${path}.${process.pid}`, code)
    renameSync(`${path}.${process.pid}`, path)
  }
  return path
}
