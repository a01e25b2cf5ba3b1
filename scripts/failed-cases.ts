import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** What this reads of a vitest JSON report. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

/**
 * The failed cases of a vitest JSON report, one readable text each: file, case, first message. They are said again at
 * the end of a run, because the end is all that is left of a long log. A report that is missing or broken has none.
 */
export const failedCases = async (file: string, root: string): Promise<string[]> => {
  const report: Report | undefined = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
  return (report?.testResults ?? [])
    .filter(({ status }) => status !== 'passed')
    .flatMap(({ name, message, assertionResults }) => {
      const at = path.relative(root, name)
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      if (failed.length === 0) return [`${at}\n${message ?? ''}`]
      return failed.map(({ fullName, failureMessages }) => `${at} › ${fullName}\n${failureMessages?.[0] ?? ''}`)
    })
}
