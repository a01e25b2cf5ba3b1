import { inLanguage } from '../../text/language.ts'
import { entryEn } from './entry-en.ts'
import { type EntryTexts, entryZh } from './entry-zh.ts'

/** The words of the main package. */
export const w: EntryTexts = inLanguage({ zh: entryZh, en: entryEn })
