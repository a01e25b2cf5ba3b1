import { inLanguage } from '../../text/language.ts'
import { en } from './en.ts'
import { type ShopTexts, zh } from './zh.ts'

/** The words of the shop. */
export const s: ShopTexts = inLanguage({ zh, en })
