import type { EffectOutcome, EffectRunner } from '../order/effect-runner.ts'

/** The held pieces are sold. `missing` cannot be on this way: nothing is asked to be paid before it is held. */
export const commitStock: EffectRunner<'shop.commitStock'> = async (deps, { orderNo }, { pieces }) => {
  const nowMs = deps.clock.nowMs()
  await Promise.all(pieces.map(({ skuId, quantity }) => deps.stock.commit(skuId, { claim: orderNo, quantity }, nowMs)))
  return done
}

export const releaseStock: EffectRunner<'shop.releaseStock'> = async (deps, { orderNo }, { pieces }) => {
  const nowMs = deps.clock.nowMs()
  await Promise.all(pieces.map(({ skuId, quantity }) => deps.stock.release(skuId, { claim: orderNo, quantity }, nowMs)))
  return done
}

export const takeBackStock: EffectRunner<'shop.takeBackStock'> = async (deps, order, { pieces, part }) => {
  if (order.outbox.some(({ effect }) => effect.kind === 'shop.commitStock'))
    return { kind: 'later', reason: 'the pieces are still to be sold first' }
  const nowMs = deps.clock.nowMs()
  const claim = order.orderNo
  await Promise.all(
    pieces.map(async ({ skuId, quantity }) => {
      const answer = await deps.stock.takeBack(skuId, { claim, quantity, part }, nowMs)
      // Sold so long ago that housekeeping has forgotten the hold: counted in by its own name instead.
      if (answer === 'notCommitted') await deps.stock.add(skuId, quantity, `${claim}:${part}`, nowMs)
    }),
  )
  return done
}

const done: EffectOutcome = { kind: 'done' }
