/** Fen as yuan with two digits. */
export const yuan = (fen: number): string => {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
