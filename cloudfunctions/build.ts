import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = import.meta.dirname

/**
 * Every function as one CommonJS file, in the folder that WeChat DevTools uploads. wx-server-sdk is bundled: reading one
 * file starts faster than the 424 of the package, and nothing has to be installed in the cloud.
 */
export const buildFunctions = async (dist: string): Promise<readonly string[]> => {
  const names = functionNames()
  rmSync(dist, { recursive: true, force: true })
  await build({
    entryPoints: names.map((name) => ({ in: join(root, name, 'index.ts'), out: `${name}/index` })),
    outdir: dist,
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
  for (const name of names) {
    cpSync(join(root, name, 'config.json'), join(dist, name, 'config.json'))
    writeFileSync(join(dist, name, 'package.json'), manifest(name))
  }
  // Beside the functions, where whoever opens this folder as a project finds them.
  writeFileSync(join(dist, 'collections.json'), `${JSON.stringify(allCollections(), null, 2)}\n`)
  return names
}

/** The common collections and function rules, and those of each vertical. */
export const allCollections = () => {
  const parts = ['.', ...functionNames()]
    .map((name) => join(root, name, 'collections.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as { collections: readonly object[]; functions?: object })
  return {
    collections: parts.flatMap(({ collections }) => collections),
    functions: Object.assign({}, ...parts.map(({ functions }) => functions)) as object,
  }
}

/** The folders with an index.ts. */
const functionNames = (): readonly string[] =>
  readdirSync(root).filter((name) => name !== 'dist' && existsSync(join(root, name, 'index.ts')))

/** DevTools wants one; everything is in the bundle, so nothing is installed. */
const manifest = (name: string) =>
  `${JSON.stringify({ name, version: '1.0.0', private: true, main: 'index.js', dependencies: {} }, null, 2)}\n`

// `tsx build.ts` fills the folder that project.config.json names.
if (process.argv[1]?.endsWith('build.ts')) {
  const dist = join(root, 'dist')
  for (const name of await buildFunctions(dist))
    console.log(`${name.padEnd(20)} ${(statSync(join(dist, name, 'index.js')).size / 1024).toFixed(0)} KB`)
}
