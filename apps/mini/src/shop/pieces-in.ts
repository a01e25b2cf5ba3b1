/** Pieces as the owner types them: `12`, `+12`, `-3`. Undefined: no number, or none that changes anything. */
export const piecesIn = (typed: string): number | undefined => {
  const text = typed.trim().replace('−', '-')
  if (!/^[+-]?\d{1,5}$/.test(text)) return undefined
  const pieces = Number(text)
  return pieces === 0 ? undefined : pieces
}
