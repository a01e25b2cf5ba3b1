import { err, type Order, ok, type Refusal, type Result, type ShopDetail, type ShopRefusal } from '@pay/core'
import type { Deps } from '../../deps.ts'

/**
 * Holds every line's pieces for the order: one request per line, all at once. The first line that falls short is the
 * answer; what the others hold is given back by the order's own outbox when it closes.
 */
export const holdStock = async (deps: Deps, order: Order): Promise<Result<undefined, Refusal>> => {
  const { lines } = order.detail as ShopDetail
  const nowMs = deps.clock.nowMs()
  const answers = await Promise.all(
    lines.map(({ skuId, quantity }) => deps.stock.reserve(skuId, { claim: order.orderNo, quantity }, nowMs)),
  )
  const missing = lines.flatMap(({ skuId, quantity }, at) => {
    const answer = answers[at]
    return answer === undefined || answer.kind === 'reserved' ? [] : [{ skuId, quantity, available: answer.available }]
  })
  // On a repeat everything is given back already; the line that is to blame is still the one with too little.
  const worst = missing.find(({ quantity, available }) => available < quantity) ?? missing[0]
  if (worst === undefined) return ok(undefined)
  return err({ code: 'OUT_OF_STOCK', skuId: worst.skuId, available: worst.available } satisfies ShopRefusal)
}
