import type { SkuId } from '../identity/ids.ts'
import { type Fen, fen, zeroFen } from '../money/fen.ts'
import { mostOrderFen } from '../money/order-range.ts'
import type { Goods } from './goods.ts'
import { type AskedLine, priceLines } from './price.ts'
import type { ShopLine } from './shop-detail.ts'

/** A line of a cart, which lives with the client; `seenFen` is the unit price its owner last saw. */
export interface CartLine extends AskedLine {
  readonly seenFen?: Fen | undefined
}

/** What has become of it. */
export interface RepricedLine {
  readonly asked: CartLine
  /** At today's price; absent when it cannot be bought any more. */
  readonly line?: ShopLine
  /** Present when it is not the price last seen. */
  readonly wasFen?: Fen
  readonly trouble?: CartTrouble
}

export type CartTrouble =
  | { readonly kind: 'gone' }
  | { readonly kind: 'soldOut' }
  /** Fewer are left than the cart holds. */
  | { readonly kind: 'short'; readonly available: number }
  /** More than one order may hold, counted over all SKUs of the article. */
  | { readonly kind: 'limit'; readonly limit: number }

export interface RepricedCart {
  readonly lines: readonly RepricedLine[]
  /** Of the lines without trouble. */
  readonly goodsFen: Fen
}

/** A cart at the server's prices. Nothing is refused: each line says what is the matter with it. */
export const repriceCart = (cart: readonly CartLine[], goods: readonly Goods[]): RepricedCart => {
  const lines = mergeLines(cart).map((asked) => repriced(asked, cart, goods))
  const total = lines.reduce(
    (sum, { line, trouble }) => (trouble === undefined ? sum + (line?.amountFen ?? 0) : sum),
    0,
  )
  return { lines, goodsFen: fen(Math.min(total, mostOrderFen)) }
}

/** The same SKU twice becomes one line of both quantities, in the first one's place. */
export const mergeLines = <L extends AskedLine>(lines: readonly L[]): readonly L[] => {
  const merged = new Map<SkuId, L>()
  for (const line of lines) {
    const before = merged.get(line.skuId)
    merged.set(line.skuId, before === undefined ? line : { ...before, quantity: before.quantity + line.quantity })
  }
  return [...merged.values()]
}

const repriced = (asked: CartLine, cart: readonly CartLine[], goods: readonly Goods[]): RepricedLine => {
  const article = goods.find(({ goodsId }) => goodsId === asked.goodsId)
  const alone = priceLines([{ ...asked, quantity: 1 }], goods)
  const one = alone.ok ? alone.value.lines[0] : undefined
  if (article === undefined || one === undefined) return { asked, trouble: { kind: 'gone' } }

  const amount = one.unitFen * asked.quantity
  const line: ShopLine = { ...one, quantity: asked.quantity, amountFen: fen(Math.min(amount, mostOrderFen)) }
  const changed = asked.seenFen !== undefined && asked.seenFen !== one.unitFen
  const trouble = troubleWith(asked, cart, article)
  return {
    asked,
    line,
    ...(changed ? { wasFen: asked.seenFen ?? zeroFen } : {}),
    ...(trouble === undefined ? {} : { trouble }),
  }
}

const troubleWith = (asked: CartLine, cart: readonly CartLine[], article: Goods): CartTrouble | undefined => {
  const available = article.skus.find(({ skuId }) => skuId === asked.skuId)?.available
  if (available === 0) return { kind: 'soldOut' }
  if (available !== undefined && available < asked.quantity) return { kind: 'short', available }
  const limit = article.limitPerOrder
  const pieces = cart.reduce((sum, { goodsId, quantity }) => (goodsId === asked.goodsId ? sum + quantity : sum), 0)
  return limit === undefined || pieces <= limit ? undefined : { kind: 'limit', limit }
}
