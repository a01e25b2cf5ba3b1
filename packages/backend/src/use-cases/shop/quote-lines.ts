import { type AskedLine, priceLines } from '@pay/core'
import type { Deps } from '../../deps.ts'

/** What the lines would cost now. Promises nothing and writes nothing. */
export const quoteLines = async (deps: Deps, input: { readonly lines: readonly AskedLine[] }) =>
  priceLines(input.lines, await deps.goods.getMany([...new Set(input.lines.map((line) => line.goodsId))]))
