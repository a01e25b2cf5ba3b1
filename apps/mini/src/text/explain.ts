import { t } from './index.ts'

type Problem = { readonly code: string }

/** One sentence for a refusal or a lost answer: what it means and what to do. `own` are the words of a vertical. */
export const explain = (error: Problem, own: Readonly<Record<string, string>> = {}): string =>
  own[error.code] ?? t.errors[error.code] ?? (t.errors.OTHER as string)
