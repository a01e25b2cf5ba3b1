import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articles } from './articles.ts'
import { creators } from './creators.ts'

/** The documents of a new shop, as the wx stores write them. */
export const seedDocuments = () => ({
  goods: articles.map(({ goods }, rank) => ({ _id: goods.goodsId, onSale: goods.onSale, rank, goods })),
  stock: articles.flatMap(({ stock }) =>
    stock.map(({ skuId, available }) => ({ _id: skuId, version: 1, available, holds: {}, added: {} })),
  ),
  creators: creators.map((creator) => ({ _id: creator.creatorId, creator })),
})

export const seedText = () => `${JSON.stringify(seedDocuments(), null, 2)}\n`

// `tsx seed/make-seed.ts` writes the file that the emulator and a deployment read.
if (process.argv[1]?.endsWith('make-seed.ts')) writeFileSync(join(import.meta.dirname, '..', 'seed.json'), seedText())
