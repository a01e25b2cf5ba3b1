import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Emulator } from '../emulator.ts'
import { readExamPlan } from './exam-plan.ts'
import { type ExamResult, runExam } from './run-exam.ts'

export const examHelp = `pay-emulator exam [folder] [options]     WeChat's acceptance cases, asked of a project

  --plan FILE        the project's entries (default: pay-exam.json in the folder)
  --seed-data FILE   what the shop sells, { "collection": [documents] }
  --only 1.30,1.33   some questions
  --json             the report as JSON
`

/** `pay-emulator exam`: prints each question with its answer, then the score; 0 when all that could be asked passed. */
export const examCommand = async (argv: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      plan: { type: 'string' },
      'seed-data': { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(examHelp)
    return 0
  }
  const project = resolve(positionals[0] ?? '.')
  const plan = readExamPlan(values.plan === undefined ? join(project, 'pay-exam.json') : resolve(values.plan))
  const seedData = values['seed-data']
  const emulator = new Emulator({
    project,
    quiet: true,
    ...(seedData === undefined ? {} : { seedData: resolve(seedData) }),
  })
  try {
    await emulator.ready()
    const tell = values.json === true ? undefined : (result: ExamResult) => console.log(line(result))
    const report = await runExam(emulator, plan, {
      only: values.only?.split(',').map((code) => code.trim()) ?? [],
      ...(tell === undefined ? {} : { tell }),
    })
    console.log(values.json === true ? JSON.stringify(report, null, 2) : `\n${report.passed} of ${report.asked} passed`)
    return report.passed === report.asked ? 0 : 1
  } finally {
    await emulator.dispose()
  }
}

const marks = { passed: '✓', failed: '✗', skipped: '–' } as const

const line = ({ code, name, outcome, why, ms }: ExamResult) =>
  `${marks[outcome]} ${code.padEnd(5)} ${name}${why === undefined ? '' : `\n        ${why}`}  (${(ms / 1000).toFixed(1)} s)`
