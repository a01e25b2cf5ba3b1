import type { GoodsId, OpenId, OrderNo, RequestId, SkuId } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import { placeOrder } from '../order/place-order.ts'
import type { Goods } from './goods.ts'
import { type AskedLine, newShopDetail, priceLines } from './price.ts'

/** Goods and orders for the tests of this folder. */
export const goods = (id: string, priceFen: number): Goods => ({
  goodsId: id as GoodsId,
  title: id,
  subtitle: '',
  pictures: [],
  category: '',
  specs: [],
  skus: [{ skuId: `${id}-0` as SkuId, values: [], priceFen: fen(priceFen) }],
  onSale: true,
})

export const cup: Goods = {
  ...goods('cup', 1590),
  title: '青瓷杯',
  pictures: ['cup.svg', 'cup-2.svg'],
  specs: [
    { name: '颜色', values: ['青色'] },
    { name: '大小', values: ['小', '大'] },
  ],
  skus: [
    { skuId: 'cup-0' as SkuId, values: ['青色', '小'], priceFen: fen(1590) },
    { skuId: 'cup-1' as SkuId, values: ['青色', '大'], priceFen: fen(1990) },
  ],
}

export const mug: Goods = { ...goods('mug', 7), title: '马克杯' }

export const line = (one: Goods, sku: number, quantity: number): AskedLine => ({
  goodsId: one.goodsId,
  skuId: one.skus[sku]?.skuId as SkuId,
  quantity,
})

export const buyer = 'o-buyer' as OpenId

/** Two big cups and a mug for 39.87 yuan, placed at 0 ms. */
export const placed = (): Order => {
  const quote = priceLines([line(cup, 1, 2), line(mug, 0, 1)], [cup, mug])
  if (!quote.ok) throw new Error(quote.refusal.code)
  return placeOrder(
    {
      orderNo: 'A'.repeat(26) as OrderNo,
      buyer,
      requestId: 'request-0123456789' as RequestId,
      requestDigest: 'digest',
      detail: newShopDetail(quote.value, ''),
      totalFen: quote.value.price.totalFen,
      body: '青瓷杯',
      clientIp: '127.0.0.1',
      nonce: 'nonce',
    },
    0,
  )
}

/** The decision, or an error with the refusal in it. */
export const after = (order: Order, event: Parameters<typeof decide>[1], nowMs = 1000): Order => {
  const decided = decide(order, event, nowMs)
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
  return decided.value
}

export const paid = (order = placed(), nowMs = 1000): Order => {
  const attempt = order.attempts[0]
  if (attempt === undefined) throw new Error('no attempt')
  const payment = { transactionId: 't1', totalFen: order.totalFen, paidAtMs: nowMs }
  return after(order, { kind: 'paymentSeen', outTradeNo: attempt.outTradeNo, payer: buyer, payment }, nowMs)
}
