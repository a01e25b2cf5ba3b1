import type { Emulator } from '../emulator.ts'
import type { ExamPlan } from './exam-plan.ts'
import { createExaminee } from './examinee.ts'
import { scenarios } from './scenarios.ts'

export interface ExamReport {
  readonly results: readonly ExamResult[]
  readonly passed: number
  /** Questions that could be asked. */
  readonly asked: number
}

export interface ExamResult {
  readonly code: string
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly why?: string
  readonly ms: number
}

/** Asks every question of a fresh, empty world. `only` names codes; `tell` hears each result as it comes. */
export const runExam = async (
  emulator: Emulator,
  plan: ExamPlan,
  {
    only = [],
    tell = () => {},
  }: { readonly only?: readonly string[]; readonly tell?: (result: ExamResult) => void } = {},
): Promise<ExamReport> => {
  const results: ExamResult[] = []
  for (const scenario of scenarios) {
    if (only.length > 0 && !only.includes(scenario.code)) continue
    await emulator.reset()
    const startedAt = performance.now()
    const examinee = createExaminee(emulator, plan)
    const skip = scenario.skip?.(examinee)
    const why = skip ?? (await scenario.run(examinee).catch((error: Error) => error.message))
    const result: ExamResult = {
      code: scenario.code,
      name: scenario.name,
      outcome: skip !== undefined ? 'skipped' : why === undefined ? 'passed' : 'failed',
      ...(why === undefined ? {} : { why }),
      ms: performance.now() - startedAt,
    }
    results.push(result)
    tell(result)
  }
  const asked = results.filter((result) => result.outcome !== 'skipped')
  return { results, asked: asked.length, passed: asked.filter((result) => result.outcome === 'passed').length }
}
