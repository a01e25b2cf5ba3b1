import type { OpenId } from '../identity/ids.ts'
import type { Order } from '../order/order.ts'
import { tell } from '../order/tell.ts'
import { outRefundNoOf } from '../refund/out-refund-no.ts'
import type { Refund } from '../refund/refund.ts'
import { refundTrouble } from '../refund/refund-trouble.ts'
import { err, ok, type Result } from '../result.ts'
import type { DetailChange, HistoryLine } from '../vertical.ts'
import { type AfterSale, type AfterSaleMove, nextAfterSaleState } from './after-sale.ts'
import { sendBackWithinMs } from './after-sale-period.ts'
import { askAfterSale } from './ask-after-sale.ts'
import type { ShopDetail } from './shop-detail.ts'
import type { ShopEffect } from './shop-effect.ts'
import type { AfterSaleEvent, ShopEventRefusal } from './shop-event.ts'

type Change = DetailChange<ShopDetail, ShopEffect>
type Decided = Result<Change, ShopEventRefusal>

/** What buyer and owner make of a claim for money back. */
export const decideAfterSale = (order: Order<ShopDetail>, event: AfterSaleEvent, nowMs: number): Decided => {
  if (event.kind === 'shop.askAfterSale') return askAfterSale(order, event, nowMs)
  const claim = order.detail.afterSales?.find(({ key }) => key === event.key)
  if (claim === undefined) return err({ code: 'NO_SUCH_AFTER_SALE' })

  switch (event.kind) {
    case 'shop.withdrawAfterSale':
      return move(order, claim, 'withdraw', 'buyer', {})
    case 'shop.agreeAfterSale':
      return claim.kind === 'refundOnly'
        ? refund(order, claim, 'agree', nowMs, nothingSent(order.detail))
        : move(order, claim, 'agreeReturn', 'owner', {
            sendBackUntilMs: nowMs + sendBackWithinMs,
            ...(event.returnTo !== undefined && { returnTo: event.returnTo }),
          })
    case 'shop.refuseAfterSale':
      return move(order, claim, 'refuse', 'owner', { refusedBecause: event.because })
    case 'shop.sendBack':
      return move(order, claim, 'sendBack', 'buyer', {
        returnParcel: { carrier: event.carrier, trackingNo: event.trackingNo },
        sentBackAtMs: nowMs,
      })
    case 'shop.acceptReturn':
      return refund(order, claim, 'accept', nowMs, event.restock)
    case 'shop.refundAgain':
      return refundAgain(order, claim, nowMs)
  }
}

/** The money of a claim has arrived. */
export const afterSaleSettled = (order: Order<ShopDetail>, { outTradeNo, outRefundNo }: Refund): Change => {
  const claim = order.detail.afterSales?.find(
    ({ refundKey }) => refundKey !== undefined && outRefundNoOf(outTradeNo, refundKey) === outRefundNo,
  )
  if (claim === undefined) return { detail: order.detail }
  const moved = move(order, claim, 'settle', 'wechat', {})
  return moved.ok ? moved.value : { detail: order.detail }
}

/** Goods that were to come back by now and are not on their way: those claims are over. */
export const lapseReturns = (order: Order<ShopDetail>, nowMs: number): Change => {
  let change: Change = { detail: order.detail }
  for (const claim of order.detail.afterSales ?? []) {
    if (claim.state !== 'toReturn' || nowMs < (claim.sendBackUntilMs ?? Number.POSITIVE_INFINITY)) continue
    const moved = move({ ...order, detail: change.detail }, claim, 'lapse', 'system', {})
    if (moved.ok)
      change = { detail: moved.value.detail, history: [...(change.history ?? []), ...(moved.value.history ?? [])] }
  }
  return change
}

const nothingSent = (detail: ShopDetail): boolean => detail.fulfilment === 'toShip' && !detail.parcels?.length

const move = (
  { detail, buyer }: Order<ShopDetail>,
  claim: AfterSale,
  made: AfterSaleMove,
  by: HistoryLine['by'],
  fields: Partial<AfterSale>,
): Result<Change, ShopEventRefusal> => {
  const state = nextAfterSaleState(claim.state, made)
  // Told twice: the state it leads to is there already, whoever asks again is answered as the first time.
  if (state === undefined && reached(claim, made)) return ok({ detail })
  if (state === undefined) return err({ code: 'AFTER_SALE_NOT_NOW', state: claim.state })
  const moved: AfterSale = { ...claim, ...fields, state }
  return ok({
    detail: { ...detail, afterSales: detail.afterSales?.map((one) => (one.key === claim.key ? moved : one)) ?? [] },
    effects: told(moved, made, buyer),
    history: [{ by, what: `shop.afterSale.${made}`, facts: { key: claim.key, amountFen: claim.amountFen } }],
  })
}

/** What the owner decides about a claim its buyer is told; of the money's arrival every refund tells. */
const told = ({ key, amountFen, refusedBecause }: AfterSale, made: AfterSaleMove, to: OpenId) => {
  if (made === 'agree' || made === 'agreeReturn')
    return [tell('shop.tell', { message: 'shop.afterSaleAgreed', to, amountFen }, key)]
  if (made !== 'refuse' || refusedBecause === undefined) return []
  return [tell('shop.tell', { message: 'shop.afterSaleRefused', to, amountFen, note: refusedBecause }, key)]
}

const reached = ({ state }: AfterSale, made: AfterSaleMove): boolean => {
  const leadsTo: Record<AfterSaleMove, readonly AfterSale['state'][]> = {
    agree: ['refunding', 'refunded'],
    agreeReturn: ['toReturn', 'returning'],
    refuse: ['refused'],
    withdraw: ['withdrawn'],
    sendBack: ['returning'],
    lapse: ['withdrawn'],
    accept: ['refunding', 'refunded'],
    settle: ['refunded'],
    again: [],
  }
  return leadsTo[made].includes(state)
}

/** Agreed: the money goes back under the claim's own key, the pieces to the shelf if they are there to be sold. */
const refund = (
  order: Order<ShopDetail>,
  claim: AfterSale,
  made: 'agree' | 'accept' | 'again',
  nowMs: number,
  restock: boolean,
  refundKey = claim.key,
): Decided => {
  const moved = move(order, claim, made, 'owner', { refundKey })
  if (!moved.ok || moved.value.detail === order.detail) return moved
  const trouble = refundTrouble(order, claim.amountFen, nowMs)
  if (trouble !== undefined) return err(trouble)
  const { key, amountFen } = claim
  const pieces = claim.pieces.map(({ skuId, quantity }) => ({ skuId, quantity }))
  const effect: ShopEffect = { kind: 'shop.takeBackStock', pieces, part: key }
  return ok({
    ...moved.value,
    refunds: [{ key: refundKey, amountFen, reason: 'buyerRequest' }],
    effects: [...(moved.value.effects ?? []), ...(restock ? [{ key: `stock:takeBack:${key}`, effect }] : [])],
  })
}

const refundAgain = (order: Order<ShopDetail>, claim: AfterSale, nowMs: number): Decided => {
  const last = order.refunds.find(
    ({ outTradeNo, outRefundNo }) => outRefundNo === outRefundNoOf(outTradeNo, claim.refundKey ?? claim.key),
  )
  if (claim.state !== 'refunding' || last?.state !== 'closed')
    return err({ code: 'AFTER_SALE_NOT_NOW', state: claim.state })
  const times = Number(claim.refundKey?.split('-')[1] ?? 1)
  return refund(order, claim, 'again', nowMs, false, `${claim.key}-${times + 1}`)
}
