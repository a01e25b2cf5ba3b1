import { en } from './en.ts'
import { inLanguage } from './language.ts'
import { type Texts, zh } from './zh.ts'

/** The words of the pages. */
export const t: Texts = inLanguage({ zh, en })
