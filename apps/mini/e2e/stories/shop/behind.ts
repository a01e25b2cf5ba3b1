import { newRequestId } from '@pay/client'
import type { Placed } from '../../world/we-chat.ts'
import type { World } from '../../world/world.ts'

/** What a story needs to have happened before it begins, done by the same calls that the pages make. */

interface Line {
  readonly goodsId: string
  readonly skuId: string
  readonly quantity: number
}

export const oneCup: readonly Line[] = [{ goodsId: 'cup', skuId: 'cup-tianqing', quantity: 1 }]

export const address = {
  name: '林小安',
  phone: '13800001234',
  province: '浙江省',
  city: '杭州市',
  county: '西湖区',
  detail: '文三路 90 号 3 幢 501 室',
}

export const placeOrder = ({ weChat }: World, user: string, lines = oneCup, more: object = {}) =>
  weChat.ask<Placed>(user, 'shop', 'placeOrder', { requestId: newId(), lines, ...more })

/** A paid order; its number. */
export const paidOrder = async (world: World, user: string, lines = oneCup, more: object = {}): Promise<string> => {
  const placed = await placeOrder(world, user, lines, more)
  await world.weChat.pay(user, placed)
  return placed.order.orderNo
}

export const shipOrder = ({ weChat }: World, orderNo: string) =>
  weChat.ask('owner', 'owner', 'ship', { orderNo, carrier: 'SF', trackingNo: 'SF1420026112100', all: true })

/** Eight yuan for the first two pieces and two for each further one; nothing from 199 yuan on. */
export const chargeFreight = ({ weChat }: World) =>
  weChat.ask('owner', 'owner', 'putFreight', {
    freight: {
      by: 'piece',
      rules: [{ first: { amount: 2, costFen: 800 }, more: { amount: 1, costFen: 200 } }],
      notTo: ['西藏自治区'],
      freeFromFen: 19_900,
    },
  })

export const handOutCoupon = ({ weChat }: World, coupon: object = {}) =>
  weChat.ask('owner', 'owner', 'addCoupon', {
    coupon: {
      couponId: 'hello-10',
      title: '新客立减',
      off: { kind: 'amount', offFen: 1_000 },
      thresholdFen: 5_000,
      scope: { kind: 'all' },
      fromMs: 0,
      untilMs: Date.now() + 30 * 24 * 3_600_000,
      stacks: false,
      usesPerPerson: 1,
      ...coupon,
    },
    supply: 100,
  })

const newId = () => newRequestId(Date.now(), Math.random)

/** Pieces that came in, or are missing (negative). */
export const restock = ({ weChat }: World, skuId: string, more: number) =>
  weChat.ask('owner', 'owner', 'restock', { requestId: newId(), skuId, more })

/** So many flutes of one kind each, behind everything else on the shelf: the last is on a page of its own. */
export const sellFlutes = async (world: World, count: number) => {
  const { weChat } = world
  const { pictures } = await weChat.ask<{ readonly pictures: readonly string[] }>('owner', 'shop', 'getGoods', {
    goodsId: 'cup',
  })
  for (let at = 1; at <= count; at++) {
    const words = { goodsId: `flute-${at}`, title: `竹笛 ${at} 号`, subtitle: '紫竹，一节', category: '乐器' }
    const sku = { skuId: `flute-${at}-one`, values: [], priceFen: 9_900 }
    await weChat.ask('owner', 'owner', 'putGoods', {
      goods: { ...words, pictures, specs: [], skus: [sku], onSale: true },
    })
    await restock(world, sku.skuId, 5)
  }
}

interface Goods {
  readonly goodsId: string
  readonly skus: readonly { readonly priceFen: number }[]
}

/** All SKUs of an article cost so much from now on. */
export const reprice = async ({ weChat }: World, goodsId: string, priceFen: number) => {
  const goods = await weChat.ask<Goods>('owner', 'shop', 'getGoods', { goodsId })
  const skus = goods.skus.map(({ available: _, ...sku }: Goods['skus'][number] & { available?: number }) => ({
    ...sku,
    priceFen,
  }))
  await weChat.ask('owner', 'owner', 'putGoods', { goods: { ...goods, skus } })
}
