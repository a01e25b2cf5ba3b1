import { inLanguage } from '../../text/language.ts'
import { en } from './en.ts'
import { type TipTexts, zh } from './zh.ts'

/** The words of tipping. */
export const w: TipTexts = inLanguage({ zh, en })
