import { t } from './index.ts'

type Problem = { readonly code: string }
type Words = Readonly<Record<string, string>>

const common: Words = t.errors

/** One sentence for a refusal or a lost answer: what it means and what to do. `own` are the words of a vertical. */
export const explain = (error: Problem, own: Words = {}): string =>
  own[error.code] ?? common[error.code] ?? t.errors.OTHER
