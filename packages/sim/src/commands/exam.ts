import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Options } from '../options.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..')
const emulator = join(root, 'packages/emulator/bin/pay-emulator.mjs')
export const functions = join(root, 'cloudfunctions')

/** WeChat's acceptance exam on our deployed functions: the emulator asks, on the real wx-server-sdk. */
export const exam = async (options: Options): Promise<number> => {
  const args = [emulator, 'exam', functions, '--plan', planOf(functions), '--seed-data', functions, '--json']
  // The exit code says whether all was passed; the report says it too.
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 }).catch(
    (failed: { readonly stdout?: string; readonly message: string }) => {
      if (failed.stdout?.includes('"results"') === true) return { stdout: failed.stdout }
      throw new Error(failed.message)
    },
  )
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as ExamReport
  const { passed, asked: total, results } = report
  if (options.json === true) console.log(JSON.stringify({ passed, total, results }))
  else {
    for (const { code, name, outcome, why } of results)
      console.log(`${outcome.padEnd(8)}${code.padEnd(6)}${name}${why === undefined ? '' : `: ${why}`}`)
    console.log(`${passed} of ${total}`)
  }
  return passed === total ? 0 : 1
}

/** The trade that is examined has its entries beside its function. */
export const planOf = (folder: string): string => {
  const plan = readdirSync(folder)
    .map((name) => join(folder, name, 'pay-exam.json'))
    .find((file) => existsSync(file))
  if (plan === undefined) throw new Error(`no trade in ${folder} has a pay-exam.json`)
  return plan
}

interface ExamReport {
  readonly passed: number
  readonly asked: number
  readonly results: readonly {
    readonly code: string
    readonly name: string
    readonly outcome: string
    readonly why?: string
  }[]
}
