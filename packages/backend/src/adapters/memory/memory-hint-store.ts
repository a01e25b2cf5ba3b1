import { type Hint, type HintStore, hintKey } from '../../ports/hint-store.ts'
import { pageOf } from './page-of.ts'

/** Hints in a Map. */
export const memoryHintStore = (hints = new Map<string, Hint>()): HintStore => ({
  async keep(notice, atMs) {
    const key = hintKey(notice)
    if (!hints.has(key)) hints.set(key, { key, notice, atMs })
  },
  async list(page) {
    return pageOf(hints.values(), ({ atMs, key }) => ({ atMs, id: key }), 'oldestFirst', page)
  },
  async drop(key) {
    hints.delete(key)
  },
})
