import { type ErrandTexts, zh } from './zh.ts'

/** The words of errands. */
export const e: ErrandTexts = zh
