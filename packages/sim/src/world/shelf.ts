import { fen, type Goods, type GoodsId, type SkuId } from '@pay/core'

/** What the simulated shop sells. Prices that floats get wrong, and stock that runs out. */
export const shelf: readonly Goods[] = [
  {
    goodsId: 'cup' as GoodsId,
    title: '青瓷杯',
    subtitle: '',
    pictures: [],
    category: '器物',
    specs: [{ name: '颜色', values: ['青', '白'] }],
    skus: [
      { skuId: 'cup-green' as SkuId, values: ['青'], priceFen: fen(1990) },
      { skuId: 'cup-white' as SkuId, values: ['白'], priceFen: fen(29) },
    ],
    onSale: true,
  },
  {
    goodsId: 'beans' as GoodsId,
    title: '手冲咖啡豆',
    subtitle: '',
    pictures: [],
    category: '茶饮',
    specs: [],
    skus: [{ skuId: 'beans-250' as SkuId, values: [], priceFen: fen(7) }],
    onSale: true,
  },
]

/** Every SKU with its article and its price. */
export const skus = shelf.flatMap(({ goodsId, skus }) =>
  skus.map(({ skuId, priceFen }) => ({ goodsId, skuId, priceFen })),
)
