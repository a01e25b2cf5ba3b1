/**
 * `pnpm removal [shop|errand|tip …] [--check]`: takes verticals out of a copy of this repository and runs `pnpm test` there:
 * check, the remaining tests, build and stories. Without names: each of the six choices of one or two. `--check`: only check.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type VerticalFolder, verticals } from './remove-vertical.ts'
import { removalChoices, tryRemoval } from './try-removal.ts'

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { check: { type: 'boolean' } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !verticals.includes(name as VerticalFolder))
if (unknown.length > 0 || new Set(positionals).size === verticals.length) {
  console.error(`pnpm removal takes one or two of ${verticals.join(', ')}, and --check.`)
  process.exit(2)
}

/** The end of what went wrong has the summary; a whole run says thousands of lines. */
const linesShown = 30

const choices = positionals.length > 0 ? [positionals as VerticalFolder[]] : removalChoices
let failed = 0
for (const names of choices) {
  const startedAt = Date.now()
  const trouble = await tryRemoval(names, values.check === true ? ['check'] : ['test'])
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`${trouble === undefined ? '✔' : '✘'} without ${names.join(' and ')}: ${seconds} s`)
  if (trouble !== undefined) {
    failed++
    const log = path.resolve(import.meta.dirname, `../.artifacts/removal/without-${names.join('-')}.log`)
    mkdirSync(path.dirname(log), { recursive: true })
    writeFileSync(log, trouble)
    console.log(`${trouble.split('\n').slice(-linesShown).join('\n')}\nAll of it: ${log}`)
  }
}
process.exitCode = failed === 0 ? 0 : 1
