import { inLanguage } from '../../text/language.ts'
import { en } from './en.ts'
import { type PictureTexts, zh } from './zh.ts'

/** The words of adding pictures. */
export const p: PictureTexts = inLanguage({ zh, en })
