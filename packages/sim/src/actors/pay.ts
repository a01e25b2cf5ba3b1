import type { OrderNo, OrderView, PaymentRequest } from '@pay/core'
import type { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'
import { orderIn, paymentIn } from './answers.ts'

/** At the cashier and after it, impatiently. Whatever the cashier reports decides nothing. Answers the order as last seen. */
export const pay = async (
  world: World,
  phone: Phone,
  orderNo: OrderNo,
  first: PaymentRequest | undefined,
): Promise<OrderView | undefined> => {
  const { random } = world.scheduler
  let payment = first
  let seen: OrderView | undefined
  for (let round = 1; round <= 3; round++) {
    if (payment === undefined && random.chance(0.7)) payment = paymentIn(await phone.call('order', 'pay', { orderNo }))
    if (payment?.rail === 'cloudPay' && random.chance(0.85)) {
      const prepayId = payment.package.slice('prepay_id='.length)
      await phone.act('cashier', () => world.wechat.pay(phone.openid, prepayId))
    }
    if (random.chance(0.12)) await phone.call('order', 'cancel', { orderNo })
    seen = orderIn(await phone.call('order', random.chance(0.7) ? 'refresh' : 'get', { orderNo })) ?? seen
    if (seen !== undefined && !seen.actions.includes('pay')) return seen
    payment = random.chance(0.5) ? payment : undefined
  }
  // The cashier was left open, and is found again much later.
  if (first?.rail === 'cloudPay' && random.chance(0.3)) {
    const prepayId = first.package.slice('prepay_id='.length)
    for (let pause = 0; pause < 12; pause++) await phone.act('forgets', () => undefined)
    await phone.act('cashier', () => world.wechat.pay(phone.openid, prepayId))
  }
  return seen
}
