import * as v from 'valibot'
import { action } from '../contract/contract.ts'
import {
  cursorField,
  fenField,
  freeTextField,
  goodsIdField,
  neededTextField,
  quantityField,
  recordIdField,
  skuIdField,
} from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import { mostOrderFen } from '../money/order-range.ts'
import type { Coupon } from './coupon.ts'
import type { FreightTemplate } from './freight.ts'
import type { Goods } from './goods.ts'

/** An address or a file id; small drawings may travel as data. */
const pictureField = v.pipe(
  v.string('takes an address'),
  v.regex(
    /^(https:\/\/|cloud:\/\/|data:image\/)\S{1,4000}$/,
    'takes an address that begins with https://, cloud:// or data:image/',
  ),
)
const priceField = fenField(1, mostOrderFen)
const momentField = v.pipe(v.number('takes a moment in ms'), v.safeInteger('takes a moment in ms'), v.minValue(0))
const valuesField = v.pipe(v.array(neededTextField(20)), v.maxLength(20, 'takes 20 values at most'))
const provincesField = v.pipe(v.array(neededTextField(20)), v.maxLength(40, 'takes 40 provinces at most'))

const goodsField = v.strictObject({
  goodsId: goodsIdField,
  title: neededTextField(40),
  subtitle: freeTextField(60),
  pictures: v.pipe(
    v.array(pictureField),
    v.minLength(1, 'takes one picture or more'),
    v.maxLength(9, 'takes 9 at most'),
  ),
  category: neededTextField(30),
  specs: v.pipe(
    v.array(v.strictObject({ name: neededTextField(20), values: valuesField })),
    v.maxLength(3, 'takes 3 specs at most'),
  ),
  skus: v.pipe(
    v.array(
      v.strictObject({
        skuId: skuIdField,
        values: valuesField,
        priceFen: priceField,
        grams: v.exactOptional(
          v.pipe(v.number(), v.safeInteger('takes whole grams'), v.minValue(0), v.maxValue(1_000_000)),
        ),
      }),
    ),
    v.minLength(1, 'takes one SKU or more'),
    v.maxLength(200, 'takes 200 SKUs at most'),
  ),
  onSale: v.boolean('takes true or false'),
  featured: v.exactOptional(v.literal(true, 'takes true, or is absent')),
  limitPerOrder: v.exactOptional(quantityField),
})

const couponField = v.strictObject({
  couponId: recordIdField,
  title: neededTextField(30),
  off: v.variant('kind', [
    v.strictObject({ kind: v.literal('amount'), offFen: priceField }),
    v.strictObject({
      kind: v.literal('percent'),
      offBasisPoints: v.pipe(v.number(), v.safeInteger('takes basis points'), v.minValue(1), v.maxValue(9_999)),
      mostFen: priceField,
    }),
  ]),
  thresholdFen: fenField(0, mostOrderFen),
  scope: v.variant('kind', [
    v.strictObject({ kind: v.literal('all') }),
    v.strictObject({
      kind: v.literal('goods'),
      goodsIds: v.pipe(v.array(goodsIdField), v.minLength(1), v.maxLength(100)),
    }),
    v.strictObject({
      kind: v.literal('category'),
      categories: v.pipe(v.array(neededTextField(30)), v.minLength(1), v.maxLength(20)),
    }),
  ]),
  fromMs: momentField,
  untilMs: momentField,
  stacks: v.boolean('takes true or false'),
  usesPerPerson: quantityField,
})

const stepField = v.strictObject({
  amount: v.pipe(
    v.number(),
    v.safeInteger('takes a whole number'),
    v.minValue(1, 'takes 1 or more'),
    v.maxValue(1_000_000),
  ),
  costFen: fenField(0, mostOrderFen),
})

const freightField = v.strictObject({
  by: v.picklist(['piece', 'gram'], 'takes piece or gram'),
  rules: v.pipe(
    v.array(v.strictObject({ provinces: v.exactOptional(provincesField), first: stepField, more: stepField })),
    v.minLength(1, 'takes one rule or more'),
    v.maxLength(40, 'takes 40 rules at most'),
  ),
  notTo: v.exactOptional(provincesField),
  freeFromFen: v.exactOptional(priceField),
})

/** What the owner sells, hands out and charges for sending; part of the function `owner`. */
export const shopCatalogActions = {
  /** On sale or not, with what is on the shelf. */
  listAllGoods: action<Page<Goods>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  /** A new article, or all of an article anew. Orders keep the price of the moment they were placed. */
  putGoods: action<Goods, { readonly code: 'GOODS_FAULTY'; readonly faults: readonly string[] }>()(
    v.strictObject({ goods: goodsField }),
  ),
  /** A coupon for so many people. Its terms never change: a better one is another coupon. */
  addCoupon: action<Coupon, { readonly code: 'COUPON_EXISTS' }>()(
    v.strictObject({
      coupon: couponField,
      supply: v.pipe(v.number(), v.safeInteger('takes a whole number'), v.minValue(1), v.maxValue(10_000_000)),
    }),
  ),
  /** What sending costs from now on; absent: nothing, and no address is asked for. */
  putFreight: action<{ readonly freight?: FreightTemplate }>()(
    v.strictObject({ freight: v.exactOptional(freightField) }),
  ),
}
