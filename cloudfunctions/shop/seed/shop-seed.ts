import { articles } from './articles.ts'

/** The documents of a new shop, as its stores write them. */
export const shopSeed = () => ({
  goods: articles.map(({ goods, picture }, rank) => ({
    _id: goods.goodsId,
    onSale: goods.onSale,
    rank,
    // The fileID is another one in each environment.
    goods: { ...goods, pictures: [{ $file: picture }] },
  })),
  stock: articles.flatMap(({ stock }) =>
    stock.map(({ skuId, available }) => ({ _id: skuId, version: 1, available, holds: {}, added: {} })),
  ),
})
