import { inLanguage } from '../../text/language.ts'
import { en } from './en.ts'
import { type ErrandTexts, zh } from './zh.ts'

/** The words of errands. */
export const e: ErrandTexts = inLanguage({ zh, en })
