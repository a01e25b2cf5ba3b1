import type { AfterSale, ShopLine } from '@pay/core'
import { s } from './text/index.ts'

/** What a request for money back is about, a line each: `青瓷杯 天青`, `1 件`. */
export const claimedPieces = ({ pieces }: AfterSale, lines: readonly ShopLine[]) =>
  pieces.map(({ skuId, quantity }) => {
    const line = lines.find((one) => one.skuId === skuId)
    const label = line === undefined ? skuId : [line.title, line.spec].filter(Boolean).join(' ')
    return { label, value: s.afterSale.pieces(quantity) }
  })
