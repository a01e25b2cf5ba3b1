import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { execa } from 'execa'
import { failedCases } from './failed-cases.ts'

const root = path.resolve(import.meta.dirname, '..')
const reports = path.join(root, '.artifacts/test')

/** Everything that has to be green, in the order in which it is cheapest to hear bad news. */
const steps: readonly Step[] = [
  { name: 'check (format, lint, boundaries, types)', command: 'pnpm', args: ['check'] },
  { name: 'unit, contract and emulator tests', command: 'vitest', args: ['run'], report: 'unit.json' },
  { name: 'build (weapp, h5, functions)', command: 'pnpm', args: ['build'] },
  { name: 'browser stories', command: 'pnpm', args: ['e2e'], report: 'e2e.json' },
]

interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** A vitest step: its cases are counted; any other step counts as one. */
  readonly report?: string
}

const main = async (): Promise<number> => {
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })
  const rows: { name: string; passed: number; failed: number; seconds: number }[] = []
  for (const step of steps) {
    console.log(`\n▶ ${step.name}`)
    const startedAt = Date.now()
    const counted = await run(step)
    rows.push({ name: step.name, ...counted, seconds: Math.round((Date.now() - startedAt) / 1000) })
  }

  for (const { report } of steps)
    if (report !== undefined)
      for (const failure of await failedCases(path.join(reports, report), root)) console.log(`\n✘ ${failure}`)

  console.log('')
  for (const row of rows)
    console.log(
      `${row.failed === 0 ? '✔' : '✘'} ${row.name}: ${row.passed} passed, ${row.failed} failed, ${row.seconds} s`,
    )
  const passed = rows.reduce((sum, row) => sum + row.passed, 0)
  const failed = rows.reduce((sum, row) => sum + row.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

const run = async (step: Step) => {
  const report = step.report === undefined ? undefined : path.join(reports, step.report)
  const args =
    report === undefined
      ? step.args
      : [...step.args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { exitCode } = await execa(step.command, args, {
    cwd: root,
    preferLocal: true,
    stdio: 'inherit',
    reject: false,
  })
  if (report === undefined) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const { passed, failed } = await cases(report)
  // A runner that died, or a file that could not be loaded, is a failure even where no case says so.
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed }
}

const cases = async (report: string) => {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8'))
    return { passed: numPassedTests as number, failed: numFailedTests as number }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

process.exitCode = await main()
