import type { OrderNo, OrderView, PaymentRequest } from '@pay/core'
import { type Answer, Phone } from '../world/phone.ts'
import { potter } from '../world/tips.ts'
import type { World } from '../world/world.ts'
import { better, orderIn, paymentIn, untilKnown } from './answers.ts'

/** Somebody who gives: a point or an own amount, with words or without, on a phone whose login another one may end. */
export const fan = (world: World, openid: string, name: string): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, openid, name)
  const wish = {
    creatorId: potter.creatorId,
    amountFen: random.pick([100, 500, 1_234, 3_333]),
    message: random.pick(['', '好看']),
    giverName: random.pick(['', '阿宁']),
    anonymous: random.chance(0.3),
  }
  // The app is opened again one day: what waited for a login goes on.
  world.returns.push(() => phone.outside('tip', 'coins', { loginCode: world.xpay.login(openid) }))
  phone.use(async () => {
    // A number whose cashier was opened and left is no good any more: the app places the same wish anew.
    for (let round = 1; round <= 2; round++) {
      const requestId = `request-${name.replace(' ', '-')}-00000${round}`
      const placing = () => phone.call('tip', 'placeOrder', { ...wish, requestId, ...login(world, openid, 0.9) })
      const placed = await untilKnown(
        random.chance(0.2) ? () => Promise.all([placing(), placing()]).then(better) : placing,
      )
      const orderNo = orderIn(placed)?.orderNo ?? world.orderOf(openid, requestId)
      if (orderNo === undefined) return
      world.placed.push(orderNo)
      if (random.chance(0.15)) otherPhone(world, openid, `${name}, tablet`, orderNo)
      if ((await give(world, phone, orderNo, paymentIn(placed))) !== 'placeAgain') break
    }
    if (random.chance(0.3)) await phone.call('tip', 'mine', {})
    if (random.chance(0.2)) await phone.call('tip', 'coins', login(world, openid, 0.5))
  })
}

/** `wx.login` on any phone ends the session that the others sign with. */
const otherPhone = (world: World, openid: string, name: string, orderNo: OrderNo): void => {
  const phone = new Phone(world, openid, name)
  phone.use(async () => {
    await phone.act('logs in', () => world.xpay.login(openid))
    await give(world, phone, orderNo, undefined)
  })
}

const login = (world: World, openid: string, probability: number): { readonly loginCode?: string } =>
  world.scheduler.random.chance(probability) ? { loginCode: world.xpay.login(openid) } : {}

const give = async (
  world: World,
  phone: Phone,
  orderNo: OrderNo,
  first: PaymentRequest | undefined,
): Promise<OrderView | 'placeAgain' | undefined> => {
  const { xpay, scheduler } = world
  const { random } = scheduler
  let payment = first
  let seen: OrderView | undefined
  let left: ReturnType<typeof xpay.open>
  for (let round = 1; round <= 3; round++) {
    if (payment === undefined && random.chance(0.8)) {
      const again = await phone.call('order', 'pay', { orderNo, ...login(world, phone.openid, 0.8) })
      if (isPlaceAgain(again)) return left === undefined ? 'placeAgain' : await payLate(world, phone, left, seen)
      payment = paymentIn(again)
    }
    if (payment !== undefined) {
      const signed = payment
      const opened = await phone.act('cashier', () => xpay.open(phone.openid, signed))
      if (opened !== undefined && random.chance(0.8)) await phone.act('password', () => xpay.pay(opened))
      else left = opened ?? left
    }
    if (random.chance(0.1)) await phone.call('order', 'cancel', { orderNo })
    seen = orderIn(await phone.call('order', random.chance(0.7) ? 'refresh' : 'get', { orderNo })) ?? seen
    if (seen !== undefined && !seen.actions.includes('pay')) break
    payment = random.chance(0.3) ? payment : undefined
  }
  return left === undefined ? seen : await payLate(world, phone, left, seen)
}

/** The cashier was left open, and is found again much later. */
const payLate = async <T>(
  world: World,
  phone: Phone,
  left: NonNullable<ReturnType<World['xpay']['open']>>,
  seen: T,
): Promise<T> => {
  for (let pause = 0; pause < 8; pause++) await phone.act('forgets', () => undefined)
  await phone.act('password', () => world.xpay.pay(left))
  return seen
}

const isPlaceAgain = (answer: Answer): boolean =>
  answer !== 'lost' && !answer.ok && (answer.error as { readonly code: string }).code === 'PLACE_AGAIN'
