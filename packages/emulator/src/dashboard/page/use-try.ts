/// <reference lib="dom" />
import { useState } from 'preact/hooks'

/** Does something, then `after`; what went wrong becomes a text to show. */
export const useTry = (after: () => unknown) => {
  const [problem, setProblem] = useState('')
  const attempt = async (task: () => Promise<unknown>) => {
    try {
      await task()
      setProblem('')
      await after()
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return { attempt, problem }
}
