import type { TextCheck, TextVerdict } from '../../ports/text-check.ts'

/** Thinks what a test lets it think, and keeps what it was asked. */
export interface MemoryTextCheck extends TextCheck {
  verdict: TextVerdict
  readonly asked: string[]
}

export const memoryTextCheck = (): MemoryTextCheck => {
  const asked: string[] = []
  return {
    verdict: 'passed',
    asked,
    async check(text) {
      asked.push(text)
      return this.verdict
    },
  }
}
