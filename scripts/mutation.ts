/**
 * `pnpm mutation [folder …]`: changes the rules of money one by one and asks whether a test notices.
 * Folder by folder, each with a memory of its own in packages/core/.stryker: a run that is broken off goes on where it
 * was, and after a change only what changed is tried again.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What a trade may answer to money is told with the trade that answers it. */
const trades = ['src/shop', 'src/errand', 'src/tip']

/** Score to reach, and what else than its own tests watches over the folder. */
const folders: Readonly<Record<string, { readonly least: number; readonly alsoTests?: readonly string[] }>> = {
  money: { least: 98 },
  order: { least: 98, alsoTests: ['src/payment', 'src/refund', 'src/ledger', ...trades, 'src/transitions.test.ts'] },
  payment: { least: 98, alsoTests: ['src/order', 'src/ledger', ...trades, 'src/transitions.test.ts'] },
  refund: { least: 98, alsoTests: ['src/order', 'src/ledger', ...trades, 'src/transitions.test.ts'] },
  holds: { least: 98 },
  ledger: { least: 98 },
  reconciliation: { least: 90 },
  contract: { least: 90 },
  shop: { least: 90, alsoTests: ['src/transitions.test.ts', 'src/contract'] },
  errand: { least: 90, alsoTests: ['src/transitions.test.ts', 'src/contract'] },
  tip: { least: 90, alsoTests: ['src/transitions.test.ts', 'src/contract'] },
  policy: { least: 90 },
  owner: { least: 90, alsoTests: ['src/contract'] },
}

const core = fileURLToPath(new URL('../packages/core/', import.meta.url))
const memory = `${core}.stryker/`
const stryker = fileURLToPath(new URL('../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url))
const require = createRequire(import.meta.url)

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in folders))
if (unknown.length > 0) {
  console.error(`No folder ${unknown.join(', ')}: there are ${Object.keys(folders).join(', ')}.`)
  process.exit(2)
}

mkdirSync(memory, { recursive: true })
const failed: string[] = []
for (const [name, { least, alsoTests = [] }] of Object.entries(folders)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const score = run(name, [`src/${name}`, ...alsoTests])
  const verdict = score === undefined ? 'did not run' : `${score.toFixed(2)} %, ${least} % wanted`
  console.log(`${name}: ${verdict}`)
  if (score === undefined || score < least) failed.push(name)
}
if (failed.length > 0) console.error(`Too many changes went unnoticed in: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)

/** The share of changes that a test noticed, in percent. */
function run(name: string, tests: readonly string[]): number | undefined {
  const config = `${memory}${name}.config.json`
  const report = `${memory}${name}.report.json`
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: [require.resolve('@stryker-mutator/vitest-runner')],
      vitest: { configFile: 'vitest.mutation.config.ts', related: false },
      mutate: [`src/${name}/**/*.ts`, '!src/**/*.test.ts', '!src/**/{testing,arbitrary-*,index}.ts'],
      // Names a file that is absent: Stryker would read the real one with an interface that TypeScript 7 no longer has.
      tsconfigFile: 'none.json',
      // The copy lies deeper than the original, where its `extends` leads nowhere.
      ignorePatterns: ['tsconfig.json', '.stryker'],
      tempDirName: '.stryker-tmp',
      incremental: true,
      incrementalFile: `.stryker/${name}.incremental.json`,
      reporters: ['clear-text', 'json'],
      clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
      jsonReporter: { fileName: report },
      concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
      timeoutMS: 20_000,
    }),
  )
  forgetUnnoticed(`${memory}${name}.incremental.json`)
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], {
    cwd: core,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests.join(',') },
  })
  return status === 0 ? scoreOf(report) : undefined
}

/** A change that went unnoticed is tried again: Stryker would not, where it cannot tell that a new test concerns it. */
function forgetUnnoticed(file: string): void {
  if (!existsSync(file)) return
  const known = JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, { mutants: { status: string }[] }> }
  for (const one of Object.values(known.files))
    one.mutants = one.mutants.filter(({ status }) => status !== 'Survived' && status !== 'NoCoverage')
  writeFileSync(file, JSON.stringify(known))
}

function scoreOf(report: string): number {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { mutants: { status: string }[] }>
  }
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  const noticed = all.filter((status) => status === 'Killed' || status === 'Timeout').length
  const missed = all.filter((status) => status === 'Survived' || status === 'NoCoverage').length
  return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed)
}
