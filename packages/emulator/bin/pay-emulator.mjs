#!/usr/bin/env node
// Bundles the sources when they are newer than the bundle, which takes a moment once, and starts it: a fresh clone
// needs no build, and the next start is as fast as one file can be read.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bundle = join(root, 'dist/cli.mjs')

if (!existsSync(bundle) || newest(join(root, 'src')) > statSync(bundle).mtimeMs) {
  const { bundleCli } = await import('./bundle-cli.mjs')
  await bundleCli(root, bundle)
}

const { main } = await import(pathToFileURL(bundle).href)
await main(process.argv.slice(2))

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) latest = Math.max(latest, newest(path))
    else if (/\.[cm]?ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
      latest = Math.max(latest, statSync(path).mtimeMs)
  }
  return latest
}
