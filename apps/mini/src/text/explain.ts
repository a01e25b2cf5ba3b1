import { t } from './index.ts'

type Problem = { readonly code: string }
type Words = Readonly<Record<string, string>>

const common: Words = t.errors

/** One sentence for a refusal or a lost answer: what it means and what to do. `own` are the words of a vertical. */
export const explain = (error: Problem | undefined, own: Words = {}): string => {
  const code = error?.code ?? 'OTHER'
  return own[code] ?? common[code] ?? t.errors.OTHER
}
