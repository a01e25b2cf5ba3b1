import { type Fen, printYuan } from '@pay/core'

/** Fen as people write it: `19.90`. What comes from the server is fen already; nothing is calculated here. */
export const yuan = (fen: number): string => printYuan(fen as Fen)
