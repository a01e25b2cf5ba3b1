import { renameSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the command and all it may import; packages stay outside, loaded when needed. */
export const bundleCli = async (root, bundle) => {
  const { build } = await import('esbuild')
  // Under a name of its own first: two emulators that start together must not read half a file.
  const temporary = `${bundle}.${process.pid}.mjs`
  await build({
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile: temporary,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  renameSync(temporary, bundle)
}
