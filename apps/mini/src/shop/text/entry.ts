import { entryZh } from './entry-zh.ts'

/** The words of the main package. */
export const s = entryZh
