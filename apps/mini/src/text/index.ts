import { type Texts, zh } from './zh.ts'

/** The words of the pages. */
export const t: Texts = zh
