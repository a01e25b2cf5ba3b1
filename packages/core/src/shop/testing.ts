import type { Address } from '../address/address.ts'
import type { GoodsId, OpenId, OrderNo, RequestId, SkuId } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import type { Order } from '../order/order.ts'
import { placeOrder } from '../order/place-order.ts'
import type { Coupon } from './coupon.ts'
import type { Goods } from './goods.ts'
import { type AskedLine, newShopDetail } from './price.ts'
import { type PricedBy, priceOrder } from './price-order.ts'

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

/** Two big cups and a mug for 39.87 yuan, placed at 0 ms; priced by something else where told so. */
export const placed = (by: Partial<PricedBy> = {}): Order => {
  const quote = priceOrder([line(cup, 1, 2), line(mug, 0, 1)], { goods: [cup, mug], coupons: [], ...by }, 0)
  if (!quote.ok) throw new Error(quote.refusal.code)
  return placeOrder(
    {
      orderNo: 'A'.repeat(26) as OrderNo,
      buyer,
      requestId: 'request-0123456789' as RequestId,
      requestDigest: 'digest',
      detail: newShopDetail(quote.value, '', by.address),
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

/** 10 yuan off everything, alone, unless told otherwise. */
export const coupon = (couponId: string, terms: Partial<Coupon> = {}): Coupon => ({
  couponId,
  title: couponId,
  off: { kind: 'amount', offFen: fen(1000) },
  thresholdFen: fen(0),
  scope: { kind: 'all' },
  fromMs: 0,
  untilMs: 1_000_000,
  stacks: false,
  usesPerPerson: 1,
  ...terms,
})

export const address: Address = {
  name: '王小明',
  phone: '13800000000',
  province: '浙江省',
  city: '杭州市',
  county: '西湖区',
  detail: '文三路 1 号',
}
