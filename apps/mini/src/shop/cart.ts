import type { Fen, RepricedCart } from '@pay/core'
import { kept } from '../platform/kept.ts'
import type { WantedLine } from './order-lines.ts'

/** A line of the cart with the price its owner last saw. */
export interface CartLine extends WantedLine {
  readonly seenFen?: Fen
}

export const keptCart = kept<readonly CartLine[]>('cart', [])

/** The same SKU again makes its line larger. */
export const addToCart = (cart: readonly CartLine[], line: CartLine): readonly CartLine[] => {
  const before = cart.find(({ skuId }) => skuId === line.skuId)
  if (before === undefined) return [...cart, line].slice(-mostLines)
  return changeLine(cart, line.skuId, Math.min(before.quantity + line.quantity, mostPieces))
}

/** 0 takes the line out. */
export const changeLine = (cart: readonly CartLine[], skuId: string, quantity: number): readonly CartLine[] =>
  quantity <= 0
    ? cart.filter((line) => line.skuId !== skuId)
    : cart.map((line) => (line.skuId === skuId ? { ...line, quantity } : line))

/** What is ordered is no longer put aside. */
export const forgetInCart = (ordered: readonly WantedLine[]): void =>
  keptCart.write(keptCart.read().filter(({ skuId }) => !ordered.some((line) => line.skuId === skuId)))

/** What can be ordered as it stands. */
export const orderable = ({ lines }: RepricedCart): readonly WantedLine[] =>
  lines.flatMap(({ asked, line, trouble }) => (line !== undefined && trouble === undefined ? [asked] : []))

const mostLines = 50
const mostPieces = 99
