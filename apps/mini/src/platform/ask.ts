import { t } from '../text/index.ts'

export interface Question {
  readonly title: string
  readonly content: string
  readonly yes: string
  /** Absent: there is nothing to decide, only to read. */
  readonly no?: string
}

/** Asks before something that cannot be taken back. Not WeChat's own dialog: it has room for four characters on a button. */
export const ask = (title: string, content: string, yes: string, no = t.cancel): Promise<boolean> =>
  asking.put({ title, content, yes, no })

/** Tells what has to be known before going on. */
export const tell = async (title: string, content: string): Promise<void> => {
  await asking.put({ title, content, yes: t.ok })
}

/** The question that is open, for the page to show. */
export const asking = oneQuestion()

/** One at a time: a newer question takes the place of an older one, which then counts as denied. */
export function oneQuestion() {
  let open: { readonly question: Question; readonly answer: (yes: boolean) => void } | undefined
  const listeners = new Set<() => void>()
  const become = (next: typeof open) => {
    const last = open
    open = next
    for (const listener of [...listeners]) listener()
    return last
  }
  return {
    put: (question: Question) =>
      new Promise<boolean>((resolve) => {
        become({ question, answer: resolve })?.answer(false)
      }),
    answer: (yes: boolean): void => become(undefined)?.answer(yes),
    current: (): Question | undefined => open?.question,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
