import type { ServerVertical } from '../vertical.ts'
import { holdStock } from './hold-stock.ts'
import { commitStock, releaseStock, takeBackStock } from './settle-stock.ts'
import { uploadShipping } from './upload-shipping.ts'

/** The shop on the server: stock held before paying, sold or given back afterwards. */
export const shopVertical = {
  hold: holdStock,
  effects: {
    'shop.commitStock': commitStock,
    'shop.releaseStock': releaseStock,
    'shop.takeBackStock': takeBackStock,
    'shop.uploadShipping': uploadShipping,
  },
} as const satisfies ServerVertical & { effects: unknown }
