import type { ShopDetail } from '@pay/core'
import type { EffectRunner } from '../order/effect-runner.ts'

/** A quarter of an hour of tries; WeChat knows a new payment only after a minute. */
const triesBeforeIncident = 6

/** Tells WeChat which parcel carries what: compulsory within 48 hours, and WeChat settles nothing before. */
export const uploadShipping: EffectRunner<'shop.uploadShipping'> = async (deps, order, effect, entry) => {
  const detail = order.detail as ShopDetail
  const parcel = detail.parcels?.find(({ trackingNo }) => trackingNo === effect.trackingNo)
  const attempt = order.attempts.find(({ outTradeNo }) => outTradeNo === order.paidBy)
  if (parcel === undefined || attempt?.paid === undefined) return { kind: 'done' }

  const parcels = detail.parcels ?? []
  const answer = await deps.messages.uploadShipping({
    transactionId: attempt.paid.transactionId,
    payer: order.buyer,
    parcels: parcels.map(({ carrier, trackingNo }) => ({ carrier, trackingNo })),
    complete: detail.fulfilment !== 'toShip',
    what: detail.lines.map(({ title, quantity }) => `${title}×${quantity}`).join('；'),
    atMs: Math.max(...parcels.map(({ sentAtMs }) => sentAtMs)),
    ...(detail.address === undefined ? {} : { phone: detail.address.phone }),
  })
  if (answer.kind === 'done') return { kind: 'done' }
  if (entry.tries + 1 === triesBeforeIncident)
    await deps.incidents.record({
      key: `effectStuck-${order.orderNo}-${parcel.trackingNo}`,
      kind: 'effectStuck',
      atMs: deps.clock.nowMs(),
      facts: { orderNo: order.orderNo, trackingNo: parcel.trackingNo, reason: answer.reason },
    })
  return { kind: 'later', reason: answer.reason }
}
