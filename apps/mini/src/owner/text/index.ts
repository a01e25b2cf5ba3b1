import { inLanguage } from '../../text/language.ts'
import { en } from './en.ts'
import { type OwnerTexts, zh } from './zh.ts'

/** The words of the owner's pages. */
export const o: OwnerTexts = inLanguage({ zh, en })
