import type { ShopDetail } from '@pay/core'
import type { EffectRunner } from '../order/effect-runner.ts'

/** Tells WeChat which parcel carries what: compulsory within 48 hours, and WeChat settles nothing before. */
export const uploadShipping: EffectRunner<'shop.uploadShipping'> = async (deps, order, effect) => {
  const detail = order.detail as ShopDetail
  const parcel = detail.parcels?.find(({ trackingNo }) => trackingNo === effect.trackingNo)
  const attempt = order.attempts.find(({ outTradeNo }) => outTradeNo === order.paidBy)
  if (parcel === undefined || attempt?.paid === undefined) return { kind: 'done' }

  const answer = await deps.messages.uploadShipping({
    transactionId: attempt.paid.transactionId,
    payer: order.buyer,
    parcels: (detail.parcels ?? []).map(({ carrier, trackingNo }) => ({ carrier, trackingNo })),
    complete: detail.fulfilment !== 'toShip',
    what: detail.lines.map(({ title, quantity }) => `${title}×${quantity}`).join('；'),
    atMs: parcel.sentAtMs,
  })
  return answer.kind === 'done' ? { kind: 'done' } : { kind: 'later', reason: answer.reason }
}
