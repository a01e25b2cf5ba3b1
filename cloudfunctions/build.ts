import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = import.meta.dirname
const dist = join(root, 'dist')

/**
 * Every function as one CommonJS file, in the folder that WeChat DevTools uploads. wx-server-sdk is bundled: reading one
 * file starts faster than the 424 of the package, and nothing has to be installed in the cloud.
 */
const buildFunctions = async () => {
  const names = functionNames()
  rmSync(dist, { recursive: true, force: true })
  for (const name of names) {
    const folder = join(dist, name)
    mkdirSync(folder, { recursive: true })
    await build({
      entryPoints: [join(root, name, 'index.ts')],
      outfile: join(folder, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node18',
      minify: true,
      // The SDK and axios tell errors apart by the names of their classes.
      keepNames: true,
      legalComments: 'none',
      logLevel: 'warning',
    })
    cpSync(join(root, name, 'config.json'), join(folder, 'config.json'))
    writeFileSync(join(folder, 'package.json'), manifest(name))
    console.log(`${name.padEnd(14)} ${(statSync(join(folder, 'index.js')).size / 1024).toFixed(0)} KB`)
  }
  // Beside the functions, where whoever opens this folder as a project finds them.
  cpSync(join(root, 'collections.json'), join(dist, 'collections.json'))
}

/** The folders with an index.ts. */
const functionNames = (): readonly string[] =>
  readdirSync(root).filter((name) => name !== 'dist' && existsSync(join(root, name, 'index.ts')))

/** DevTools wants one; everything is in the bundle, so nothing is installed. */
const manifest = (name: string) =>
  `${JSON.stringify({ name, version: '1.0.0', private: true, main: 'index.js', dependencies: {} }, null, 2)}\n`

await buildFunctions()
