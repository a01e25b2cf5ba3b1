import { type OwnerTexts, zh } from './zh.ts'

/** The words of the owner's pages. */
export const o: OwnerTexts = zh
