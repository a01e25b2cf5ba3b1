import type { Address } from '../address/address.ts'
import type { GoodsId, SkuId } from '../identity/ids.ts'
import { fen, zeroFen } from '../money/fen.ts'
import { leastOrderFen, mostOrderFen } from '../money/order-range.ts'
import { err, ok, type Result } from '../result.ts'
import type { Goods, Sku } from './goods.ts'
import type { ShopQuote, ShopRefusal } from './shop-contract.ts'
import type { ShopDetail, ShopLine } from './shop-detail.ts'

/** What a client may name of a line; the price is not among it. */
export interface AskedLine {
  readonly goodsId: GoodsId
  readonly skuId: SkuId
  readonly quantity: number
}

/**
 * The lines at the prices of the goods as they are now, in the order they were asked for. What is on the shelf is not
 * looked at: that is promised by the reserve alone. A SKU that stands in two lines is refused, because adding them up
 * would sell a quantity that no screen showed; a cart adds up with `mergeLines` before it asks.
 */
export const priceLines = (asked: readonly AskedLine[], goods: readonly Goods[]): Result<ShopQuote, ShopRefusal> => {
  const duplicate = asked.find((line, at) => asked.findIndex((other) => other.skuId === line.skuId) !== at)
  if (duplicate !== undefined) return err({ code: 'DUPLICATE_LINE', skuId: duplicate.skuId })

  const found = asked.map((line) => ({ line, article: articleOf(line, goods) }))
  const gone = found.filter(({ article }) => article === undefined).map(({ line }) => line.skuId)
  if (gone.length > 0) return err({ code: 'GOODS_GONE', skuIds: gone })

  const pieces = new Map<GoodsId, number>()
  const lines: ShopLine[] = []
  let total = 0
  for (const { line, article } of found) {
    if (article === undefined) continue
    const limit = article.goods.limitPerOrder ?? Number.POSITIVE_INFINITY
    const wanted = (pieces.get(line.goodsId) ?? 0) + line.quantity
    if (wanted > limit) return err({ code: 'LIMIT_PER_ORDER', skuId: line.skuId, limit })
    pieces.set(line.goodsId, wanted)
    total += article.sku.priceFen * line.quantity
    if (total > mostOrderFen) return err(outOfRange)
    lines.push(priced(line, article))
  }
  if (total < leastOrderFen) return err(outOfRange)
  const goodsFen = fen(total)
  return ok({ lines, price: { goodsFen, freightFen: zeroFen, discountFen: zeroFen, totalFen: goodsFen } })
}

/** The detail of an order that is being placed: nothing paid, nothing sent. */
export const newShopDetail = ({ lines, price, coupons }: ShopQuote, remark: string, address?: Address): ShopDetail => ({
  vertical: 'shop',
  lines,
  price,
  remark,
  fulfilment: 'none',
  ...(coupons === undefined || coupons.length === 0 ? {} : { coupons }),
  ...(address === undefined ? {} : { address }),
})

const outOfRange = { code: 'AMOUNT_OUT_OF_RANGE', leastFen: leastOrderFen, mostFen: mostOrderFen } as const

interface Article {
  readonly goods: Goods
  readonly sku: Sku
}

const articleOf = (line: AskedLine, all: readonly Goods[]): Article | undefined => {
  const goods = all.find((one) => one.goodsId === line.goodsId && one.onSale)
  const sku = goods?.skus.find((one) => one.skuId === line.skuId)
  return goods === undefined || sku === undefined ? undefined : { goods, sku }
}

const priced = (line: AskedLine, { goods, sku }: Article): ShopLine => ({
  goodsId: line.goodsId,
  skuId: line.skuId,
  title: goods.title,
  spec: sku.values.join(' / '),
  picture: goods.pictures[0] ?? '',
  unitFen: sku.priceFen,
  quantity: line.quantity,
  amountFen: fen(sku.priceFen * line.quantity),
})
