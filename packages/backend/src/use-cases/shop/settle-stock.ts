import type { Order, Pieces } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { StockClaim } from '../../ports/stock-store.ts'
import type { EffectOutcome, EffectRunner } from '../order/effect-runner.ts'

/** The held pieces are sold. */
export const commitStock: EffectRunner<'shop.commitStock'> = (deps, order, { pieces }) =>
  eachPiece(deps, order, pieces, (claim) => deps.stock.commit(claim))

export const releaseStock: EffectRunner<'shop.releaseStock'> = (deps, order, { pieces }) =>
  eachPiece(deps, order, pieces, (claim) => deps.stock.release(claim))

export const takeBackStock: EffectRunner<'shop.takeBackStock'> = (deps, order, { pieces }) =>
  eachPiece(deps, order, pieces, (claim) => deps.stock.takeBack(claim))

const eachPiece = async (
  deps: Deps,
  { orderNo }: Order,
  pieces: readonly Pieces[],
  settle: (claim: StockClaim) => Promise<unknown>,
): Promise<EffectOutcome> => {
  const nowMs = deps.clock.nowMs()
  await Promise.all(pieces.map(({ skuId, quantity }) => settle({ skuId, orderNo, quantity, nowMs })))
  return { kind: 'done' }
}
