import type { OrderNo, OrderView } from '@pay/core'
import { coupons } from '../world/coupons.ts'
import { Phone } from '../world/phone.ts'
import { skus } from '../world/shelf.ts'
import type { World } from '../world/world.ts'
import { better, orderIn, paymentIn, untilKnown } from './answers.ts'
import { pay } from './pay.ts'

/** A person who buys: impatiently, on one phone or two, with a coupon or without, and not always to the end. */
export const buyer = (world: World, openid: string, name: string, habits: Habits = plain): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, openid, name)
  const requestId = `request-${name.replace(' ', '-')}-000001`
  const lines = basket(world)

  phone.use(async () => {
    const couponIds = random.chance(habits.coupon) ? await claim(phone) : []
    const placing = () => phone.call('shop', 'placeOrder', { requestId, lines, remark: '', couponIds })
    const placed = await untilKnown(
      random.chance(0.2) ? () => Promise.all([placing(), placing()]).then(better) : placing,
    )
    const order = orderIn(placed)
    if (order === undefined) return
    world.placed.push(order.orderNo)
    if (random.chance(0.15)) secondPhone(world, openid, `${name}, tablet`, order.orderNo)
    const seen = await pay(world, phone, order.orderNo, paymentIn(placed))
    if (seen !== undefined && random.chance(habits.afterSale)) await wantsMoneyBack(world, phone, seen)
    if (random.chance(habits.confirm)) await phone.call('shop', 'confirmReceipt', { orderNo: order.orderNo })
  })
}

/** How probable it is that this person does it. */
export interface Habits {
  readonly coupon: number
  readonly afterSale: number
  readonly confirm: number
}

export const plain: Habits = { coupon: 0, afterSale: 0, confirm: 0 }

/** The same person finds the order on another device. */
const secondPhone = (world: World, openid: string, name: string, orderNo: OrderNo): void => {
  const phone = new Phone(world, openid, name)
  phone.use(async () => {
    await pay(world, phone, orderNo, paymentIn(await phone.call('order', 'pay', { orderNo })))
  })
}

const claim = async (phone: Phone): Promise<readonly string[]> => {
  const [{ couponId }] = coupons
  const claimed = await untilKnown(() => phone.call('shop', 'claimCoupon', { couponId }))
  return claimed !== 'lost' && claimed.ok ? [couponId] : []
}

/** One piece or all, once or twice, and perhaps a change of mind. */
const wantsMoneyBack = async (world: World, phone: Phone, { orderNo, detail }: OrderView): Promise<void> => {
  if (detail.vertical !== 'shop') return
  const { random } = world.scheduler
  const wants = random.chance(0.6) ? 'refundOnly' : 'returnAndRefund'
  for (let time = 1; time <= (random.chance(0.3) ? 2 : 1); time++) {
    const pieces = detail.lines.map(({ skuId, quantity }) => ({ skuId, quantity: random.chance(0.5) ? 1 : quantity }))
    const some = random.chance(0.5) ? pieces : pieces.slice(0, 1)
    const ask = { orderNo, requestId: `aftersale-000000${time}`, pieces: some, wants, reason: 'notWanted' }
    await untilKnown(() => phone.call('shop', 'askAfterSale', ask))
    world.afterSales.push({ orderNo, key: `as${time}` })
    if (random.chance(0.1)) await phone.call('shop', 'withdrawAfterSale', { orderNo, key: `as${time}` })
    else if (wants === 'returnAndRefund')
      for (let day = 1; day <= 3; day++)
        await phone.call('shop', 'sendBack', { orderNo, key: `as${time}`, carrier: 'SF', trackingNo: `SF00${time}` })
  }
}

const basket = (world: World) => {
  const { random } = world.scheduler
  const first = random.below(skus.length)
  const count = random.chance(0.3) ? 2 : 1
  return Array.from({ length: count }, (_, at) => {
    const { goodsId, skuId } = skus[(first + at) % skus.length] as (typeof skus)[number]
    return { goodsId, skuId, quantity: 1 + random.below(2) }
  })
}
