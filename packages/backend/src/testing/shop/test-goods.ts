import { fen, type Goods, type GoodsId, type SkuId } from '@pay/core'

export const greenCup = 'cup-green' as SkuId
export const beans = 'beans-250' as SkuId

/** 青瓷杯 in two colours, 手冲咖啡豆 in one. */
export const testGoods: readonly Goods[] = [
  {
    goodsId: 'cup' as GoodsId,
    title: '青瓷杯',
    subtitle: '龙泉手工',
    pictures: ['data:image/svg+xml,'],
    category: '器物',
    specs: [{ name: '颜色', values: ['青', '白'] }],
    skus: [
      { skuId: greenCup, values: ['青'], priceFen: fen(1990) },
      { skuId: 'cup-white' as SkuId, values: ['白'], priceFen: fen(2190) },
    ],
    onSale: true,
    limitPerOrder: 5,
  },
  {
    goodsId: 'beans' as GoodsId,
    title: '手冲咖啡豆',
    subtitle: '云南日晒',
    pictures: ['data:image/svg+xml,'],
    category: '茶饮',
    specs: [],
    skus: [{ skuId: beans, values: [], priceFen: fen(29) }],
    onSale: true,
  },
]

/** A line as a client names it. */
export const line = (skuId: SkuId, quantity = 1) => ({
  goodsId: (skuId.startsWith('cup') ? 'cup' : 'beans') as GoodsId,
  skuId,
  quantity,
})
