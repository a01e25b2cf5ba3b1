import { type TipTexts, zh } from './zh.ts'

/** The words of tipping. */
export const w: TipTexts = zh
