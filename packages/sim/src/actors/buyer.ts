import type { OrderNo, OrderView, PaymentRequest } from '@pay/core'
import { type Answer, Phone } from '../world/phone.ts'
import { skus } from '../world/shelf.ts'
import type { World } from '../world/world.ts'

/** A person who buys: impatiently, on one phone or two, and not always to the end. */
export const buyer = (world: World, openid: string, name: string): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, openid, name)
  const requestId = `request-${name.replace(' ', '-')}-000001`
  const lines = basket(world)

  phone.use(async () => {
    const placing = () => phone.call('shop', 'placeOrder', { requestId, lines, remark: '' })
    const placed = await untilKnown(
      random.chance(0.2) ? () => Promise.all([placing(), placing()]).then(better) : placing,
    )
    const order = orderIn(placed)
    if (order === undefined) return
    if (random.chance(0.15)) secondPhone(world, openid, `${name}, tablet`, order.orderNo)
    await pay(world, phone, order.orderNo, paymentIn(placed))
  })
}

/** The same person finds the order on another device. */
const secondPhone = (world: World, openid: string, name: string, orderNo: OrderNo): void => {
  const phone = new Phone(world, openid, name)
  phone.use(async () => {
    const opened = await phone.call('order', 'pay', { orderNo })
    await pay(world, phone, orderNo, paymentIn(opened))
  })
}

/** At the cashier and after it. Whatever the cashier reports decides nothing. */
const pay = async (world: World, phone: Phone, orderNo: OrderNo, first: PaymentRequest | undefined): Promise<void> => {
  const { random } = world.scheduler
  let payment = first
  for (let round = 1; round <= 3; round++) {
    if (payment === undefined && random.chance(0.7)) payment = paymentIn(await phone.call('order', 'pay', { orderNo }))
    if (payment !== undefined && random.chance(0.85)) {
      const { package: prepay } = payment as Extract<PaymentRequest, { rail: 'cloudPay' }>
      const taken = await phone.act('cashier', () => world.wechat.pay(phone.openid, prepay.slice('prepay_id='.length)))
      if (taken && random.chance(0.3)) return
    }
    if (random.chance(0.15)) await phone.call('order', 'cancel', { orderNo })
    const seen = orderIn(await phone.call('order', random.chance(0.7) ? 'refresh' : 'get', { orderNo }))
    if (seen !== undefined && !seen.actions.includes('pay')) return
    payment = random.chance(0.5) ? payment : undefined
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

/** The same request until an answer comes: that is what makes it the same order. */
const untilKnown = async (ask: () => Promise<Answer>): Promise<Answer> => {
  let answer = await ask()
  for (let again = 1; again < 4 && (answer === 'lost' || isBusy(answer)); again++) answer = await ask()
  return answer
}

const isBusy = (answer: Answer): boolean => answer !== 'lost' && !answer.ok && answer.error.code === 'BUSY'

const better = ([one, two]: readonly [Answer, Answer]): Answer => (one !== 'lost' && one.ok ? one : two)

const orderIn = (answer: Answer): OrderView | undefined => {
  if (answer === 'lost' || !answer.ok) return undefined
  const data = answer.data as { readonly order?: OrderView } & OrderView
  return data.order ?? data
}

const paymentIn = (answer: Answer): PaymentRequest | undefined =>
  answer === 'lost' || !answer.ok ? undefined : (answer.data as { payment?: PaymentRequest }).payment
