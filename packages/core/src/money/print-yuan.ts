import type { Fen } from './fen.ts'

/** Fen as yuan with two decimals: 1990 is `19.90`. What it prints, `parseYuan` reads back. */
export const printYuan = (amount: Fen): string => {
  const digits = String(amount).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
