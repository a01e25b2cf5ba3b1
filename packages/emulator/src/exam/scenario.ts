import type { Examinee } from './examinee.ts'

/** One question of the examination. */
export interface Scenario {
  /** WeChat's number of its acceptance case, or ours for what it leaves out. */
  readonly code: string
  readonly name: string
  /** Answers in a sentence what went wrong; undefined is a pass. */
  run(examinee: Examinee): Promise<string | undefined>
  /** Why it cannot be asked of this project, if so. */
  skip?(examinee: Examinee): string | undefined
}
