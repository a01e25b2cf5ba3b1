import type { SkuId } from '../identity/ids.ts'
import { allocateFen } from '../money/allocate-fen.ts'
import { sumFen } from '../money/calculate.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import type { AfterSale, ClaimedPieces } from './after-sale.ts'
import { netFen } from './discount.ts'
import type { ShopDetail, ShopLine } from './shop-detail.ts'
import type { Pieces } from './shop-effect.ts'

/** How many pieces of the line nobody has claimed yet. A claim that was refused or withdrawn does not count. */
export const unclaimed = (detail: ShopDetail, line: ShopLine): number =>
  line.quantity - claimsOn(detail, line.skuId).reduce((sum, { quantity }) => sum + quantity, 0)

/**
 * What these pieces of the line cost after the line's share of the discount. The pieces of a line are not worth the
 * same to the fen; all claims on a line together come to its net price exactly once all its pieces are claimed.
 */
export const costOfPieces = (detail: ShopDetail, line: ShopLine, quantity: number): Fen => {
  const claims = claimsOn(detail, line.skuId)
  const claimed = claims.reduce((sum, claim) => sum + claim.quantity, 0)
  const perPiece = allocateFen(
    netFen(line),
    Array.from({ length: line.quantity }, () => 1),
  )
  const upTo = sumFen(perPiece.slice(0, claimed + quantity))
  // Claims come and go in any order, which may leave the earlier ones a fen ahead.
  return fen(Math.max(upTo - sumFen(claims.map(({ costFen }) => costFen)), 0))
}

/** The claim in full: its pieces, and the freight as well when nothing was sent and nothing is left to send. */
export const claimOf = (
  detail: ShopDetail,
  pieces: readonly Pieces[],
): { readonly pieces: readonly ClaimedPieces[]; readonly mostFen: Fen } => {
  const claimed = detail.lines.flatMap((line) => {
    const quantity = pieces.find(({ skuId }) => skuId === line.skuId)?.quantity
    return quantity === undefined
      ? []
      : [{ skuId: line.skuId, quantity, costFen: costOfPieces(detail, line, quantity) }]
  })
  const left = detail.lines.some(
    (line) => unclaimed(detail, line) > (claimed.find(({ skuId }) => skuId === line.skuId)?.quantity ?? 0),
  )
  const freightFen =
    left || detail.fulfilment !== 'toShip' || detail.parcels?.length ? zeroFen : detail.price.freightFen
  return { pieces: claimed, mostFen: sumFen([...claimed.map(({ costFen }) => costFen), freightFen]) }
}

/** Pieces that are refunded or about to be. */
export const refundedPieces = (detail: ShopDetail): readonly Pieces[] =>
  (detail.afterSales ?? [])
    .filter(({ state }) => state === 'refunding' || state === 'refunded')
    .flatMap((one) => one.pieces)

/** What is still the buyer's: the pieces of the lines without those refunded. */
export const keptPieces = (detail: ShopDetail): readonly Pieces[] => {
  const refunded = refundedPieces(detail)
  const back = (skuId: SkuId) =>
    refunded.filter((one) => one.skuId === skuId).reduce((sum, { quantity }) => sum + quantity, 0)
  return detail.lines
    .map(({ skuId, quantity }) => ({ skuId, quantity: quantity - back(skuId) }))
    .filter(({ quantity }) => quantity > 0)
}

const claimsOn = (detail: ShopDetail, skuId: SkuId): readonly ClaimedPieces[] =>
  (detail.afterSales ?? []).filter(counts).flatMap(({ pieces }) => pieces.filter((one) => one.skuId === skuId))

const counts = ({ state }: AfterSale): boolean => state !== 'refused' && state !== 'withdrawn'
