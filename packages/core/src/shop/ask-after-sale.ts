import { lesserFen } from '../money/calculate.ts'
import type { Order } from '../order/order.ts'
import { refundableFen } from '../refund/refundable.ts'
import { err, ok, type Result } from '../result.ts'
import type { DetailChange } from '../vertical.ts'
import { type AfterSale, isOpenAfterSale } from './after-sale.ts'
import { claimOf, unclaimed } from './after-sale-amount.ts'
import { afterSaleUntilMs } from './after-sale-period.ts'
import type { ShopDetail } from './shop-detail.ts'
import type { ShopEffect } from './shop-effect.ts'
import type { ShopEvent, ShopEventRefusal } from './shop-event.ts'

type Asked = Extract<ShopEvent, { kind: 'shop.askAfterSale' }>

/** Claims made on one order, over its whole life: more than WeChat's 50 refunds make no sense. */
export const maxAfterSales = 50

/** The buyer asks for money back. Nothing moves yet; the same requestId is the same claim. */
export const askAfterSale = (
  order: Order<ShopDetail>,
  asked: Asked,
  nowMs: number,
): Result<DetailChange<ShopDetail, ShopEffect>, ShopEventRefusal> => {
  const { detail } = order
  const afterSales = detail.afterSales ?? []
  if (afterSales.some(({ requestId }) => requestId === asked.requestId)) return ok({ detail })
  const trouble = troubleWith(order, asked, nowMs)
  if (trouble !== undefined) return err(trouble)
  if (afterSales.length >= maxAfterSales) return err({ code: 'TOO_MANY_AFTER_SALES', most: maxAfterSales })

  const { pieces, mostFen } = claimOf(detail, asked.pieces)
  const most = lesserFen(mostFen, refundableFen(order, order.paidBy))
  const amountFen = asked.amountFen ?? most
  if (amountFen < 1 || amountFen > most) return err({ code: 'REFUND_TOO_MUCH', refundableFen: most })

  const { requestId, wants, reason, note, pictures } = asked
  const key = `as${afterSales.length + 1}`
  const state = 'requested'
  const base = { key, requestId, pieces, kind: wants, reason, note, pictures }
  const claim: AfterSale = { ...base, amountFen, state, askedAtMs: nowMs }
  return ok({
    detail: { ...detail, afterSales: [...afterSales, claim] },
    history: [{ by: 'buyer', what: `shop.afterSaleAsked`, facts: { key, amountFen, wants, reason } }],
  })
}

/** Claims that wait for somebody: while there are any, nothing counts as received by the clock. */
export const openAfterSales = (detail: ShopDetail): readonly AfterSale[] =>
  (detail.afterSales ?? []).filter(isOpenAfterSale)

const troubleWith = (order: Order<ShopDetail>, asked: Asked, nowMs: number): ShopEventRefusal | undefined => {
  const { detail } = order
  const { fulfilment, receivedAtMs } = detail
  if (fulfilment === 'none' || fulfilment === 'revoked') return { code: 'DELIVERY_NOT_NOW', fulfilment }
  if (asked.wants === 'returnAndRefund' && fulfilment === 'toShip') return { code: 'DELIVERY_NOT_NOW', fulfilment }
  if (receivedAtMs !== undefined && nowMs >= afterSaleUntilMs(receivedAtMs))
    return { code: 'AFTER_SALE_OVER', untilMs: afterSaleUntilMs(receivedAtMs) }
  for (const [at, { skuId, quantity }] of asked.pieces.entries()) {
    const line = detail.lines.find((one) => one.skuId === skuId)
    const left = line === undefined ? 0 : unclaimed(detail, line)
    const twice = asked.pieces.findIndex((one) => one.skuId === skuId) !== at
    if (twice || quantity > left) return { code: 'TOO_MANY_PIECES', skuId, left: twice ? 0 : left }
  }
  return undefined
}
