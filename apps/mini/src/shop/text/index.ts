import { type ShopTexts, zh } from './zh.ts'

/** The words of the shop. */
export const s: ShopTexts = zh
