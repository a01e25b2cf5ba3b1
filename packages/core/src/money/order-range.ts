import { fen } from './fen.ts'

/** WeChat takes no payment of nothing; and the largest is the largest price that can be written down. */
export const leastOrderFen = fen(1)
export const mostOrderFen = fen(9_999_999_99)
