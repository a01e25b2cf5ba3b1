import type { Goods } from '@pay/core'

/** An article as it is written: pieces are no part of it. */
export const writtenGoods = (goods: Goods, part: Partial<Goods>) => {
  const { goodsId, title, subtitle, pictures, category, specs, skus, onSale, featured, limitPerOrder } = {
    ...goods,
    ...part,
  }
  return {
    goodsId,
    title,
    subtitle,
    category,
    onSale,
    pictures: [...pictures],
    specs: specs.map(({ name, values }) => ({ name, values: [...values] })),
    skus: skus.map(({ skuId, values, priceFen, grams }) => ({
      skuId,
      values: [...values],
      priceFen,
      ...(grams !== undefined && { grams }),
    })),
    ...(featured === true && { featured }),
    ...(limitPerOrder !== undefined && { limitPerOrder }),
  }
}
