export { mayServe, type PolicyAnswer, productsFor, type Sale } from './may-serve.ts'
export type { Rule } from './rules.ts'
export { type GoodsCategory, goodsCategories, type PayProduct, type Platform, type Trade } from './trade.ts'
