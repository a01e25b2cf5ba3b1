/**
 * `pnpm removal [shop|errand|tip …] [--check]`: takes verticals out of a copy of this repository and runs `pnpm test` there:
 * check, the remaining tests, build and stories. Without names: each of the six choices of one or two. `--check`: only check.
 */
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

const choices = positionals.length > 0 ? [positionals as VerticalFolder[]] : removalChoices
let failed = 0
for (const names of choices) {
  const startedAt = Date.now()
  const trouble = await tryRemoval(names, values.check === true ? ['check'] : ['test'])
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`${trouble === undefined ? '✔' : '✘'} without ${names.join(' and ')}: ${seconds} s`)
  if (trouble !== undefined) {
    failed++
    console.log(trouble)
  }
}
process.exitCode = failed === 0 ? 0 : 1
