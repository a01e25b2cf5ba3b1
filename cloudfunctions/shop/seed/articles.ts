import { fen, type Goods, type GoodsId, type SkuId } from '@pay/core'

/** On the banner of a new shop. */
const featured: readonly string[] = ['vase', 'honey', 'cake']

/**
 * The example shop. No article of a category that cloudPay may not serve (apparel, cosmetics, alcohol, toys, 3C …), see
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/wechatpay/openapi.html
 */
export const articles: readonly Article[] = [
  article('cup', '青瓷杯', '龙泉手工拉坯，温润如玉', '器物', {
    spec: [
      '釉色',
      [
        ['tianqing', '天青', 6_800, 20],
        ['fenqing', '粉青', 7_200, 8],
      ],
    ],
    limit: 5,
  }),
  article('coffee', '手冲咖啡豆', '云南保山日晒，当周烘焙', '茶饮', {
    spec: [
      '净含量',
      [
        ['100', '100 克', 3_800, 30],
        ['250', '250 克', 7_800, 30],
        ['500', '500 克', 13_800, 12],
      ],
    ],
  }),
  article('postcard', '江南明信片', '十二张一套，棉纸印刷', '纸品', { price: [2_500, 100] }),
  article('tea', '明前龙井', '西湖产区，罐装', '茶饮', {
    spec: [
      '净含量',
      [
        ['50', '50 克', 5_800, 40],
        ['125', '125 克', 12_800, 25],
      ],
    ],
  }),
  article('notebook', '线装笔记本', '手工装订，120 页', '纸品', {
    spec: [
      '内页',
      [
        ['lined', '横线', 2_900, 60],
        ['blank', '空白', 2_900, 45],
      ],
    ],
  }),
  article('vase', '素烧花器', '小口深腹，一枝足矣', '器物', {
    spec: [
      '大小',
      [
        ['s', '小', 8_800, 10],
        ['l', '大', 14_800, 3],
      ],
    ],
    limit: 2,
  }),
  article('honey', '椴树蜂蜜', '长白山原蜜，500 克', '食品', { price: [5_990, 36] }),
  article('cake', '桂花米糕', '当日现蒸，六块装', '食品', { price: [1_280, 24] }),
  article('towel', '棉麻茶巾', '吸水不掉毛，40 × 60 厘米', '器物', {
    spec: [
      '颜色',
      [
        ['white', '米白', 1_990, 50],
        ['indigo', '靛蓝', 2_190, 50],
      ],
    ],
  }),
  article('spoon', '竹制茶则', '老竹手削，每支纹理不同', '器物', { price: [1_200, 80] }),
  article('card', '手写感谢卡', '写一句谢谢，附信封', '纸品', { price: [29, 200], limit: 20 }),
  article('candle', '大豆香薰蜡烛', '雪松与茶，约燃 40 小时', '家居', { price: [6_600, 0] }),
]

export interface Article {
  readonly goods: Omit<Goods, 'pictures'>
  /** In `seed-files`: a drawing of 400 × 400, nobody else's property. */
  readonly picture: string
  /** Pieces on the shelf at the start. */
  readonly stock: readonly { readonly skuId: SkuId; readonly available: number }[]
}

/** id, name of the value, price in fen, pieces */
type Choice = readonly [id: string, value: string, priceFen: number, pieces: number]

type Kind =
  | { readonly spec: readonly [name: string, choices: readonly Choice[]]; readonly limit?: number }
  | { readonly price: readonly [priceFen: number, pieces: number]; readonly limit?: number }

function article(id: string, title: string, subtitle: string, category: string, kind: Kind): Article {
  const choices: readonly Choice[] = 'spec' in kind ? kind.spec[1] : [['one', '', ...kind.price]]
  const skuIdOf = (choice: Choice) => `${id}-${choice[0]}` as SkuId
  return {
    goods: {
      goodsId: id as GoodsId,
      title,
      subtitle,
      category,
      specs: 'spec' in kind ? [{ name: kind.spec[0], values: choices.map(([, value]) => value) }] : [],
      skus: choices.map((choice) => ({
        skuId: skuIdOf(choice),
        values: 'spec' in kind ? [choice[1]] : [],
        priceFen: fen(choice[2]),
      })),
      onSale: true,
      ...(featured.includes(id) && { featured: true as const }),
      ...(kind.limit === undefined ? {} : { limitPerOrder: kind.limit }),
    },
    picture: `shop/${id}.svg`,
    stock: choices.map((choice) => ({ skuId: skuIdOf(choice), available: choice[3] })),
  }
}
