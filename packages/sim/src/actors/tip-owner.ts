import { type OrderNo, tipSaleOf } from '@pay/core'
import { owner } from '../world/functions.ts'
import { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'

/**
 * The owner of a tip jar: reads messages, gives tips back, whole or in part, here or by hand at the merchant platform. Who
 * does both with one tip has two refunds of it, of which WeChat refuses the second: that is for a person, and not lived.
 */
export const tipOwner = (world: World, acts: number): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, owner, 'owner')
  const byHand = random.chance(0.3)
  phone.use(async () => {
    for (let act = 1; act <= acts; act++) {
      for (let pause = 0; pause < (act === 1 ? 15 : 3); pause++) await phone.act('thinks', () => undefined)
      const orderNo = world.placed.length === 0 ? undefined : random.pick(world.placed)
      const order = orderNo === undefined ? undefined : world.orders.get(orderNo)
      if (orderNo === undefined || order === undefined) continue
      switch (random.below(5)) {
        case 0:
        case 1: {
          if (byHand) break
          const back = () => phone.call('owner', 'giveBackTip', { orderNo })
          await Promise.all(random.chance(0.2) ? [back(), back()] : [back()])
          break
        }
        case 2:
          await phone.call('owner', 'judgeMessage', { orderNo, show: random.chance(0.5) })
          break
        case 3:
          if (byHand)
            await phone.act('merchant platform', () => takeBackByHand(world, orderNo, random.pick([1, 50, 100_000])))
          break
        default:
          // Coins that are spent cannot be refunded in part: see giveBackTip.
          if (!byHand && tipSaleOf(order.totalFen).kind === 'goods')
            await phone.call('owner', 'refund', {
              orderNo,
              key: `r${random.below(2)}`,
              amountFen: random.pick([1, 60]),
            })
      }
    }
  })
}

/** Of a given tip in goods: coins that are spent cannot be paid back. */
const takeBackByHand = (world: World, orderNo: OrderNo, fee: number): boolean => {
  const { detail, paidBy } = world.orders.get(orderNo) ?? {}
  if (detail?.vertical !== 'tip' || detail.progress !== 'given' || detail.sale.kind !== 'goods') return false
  return paidBy !== undefined && world.xpay.takeBack(paidBy, fee)
}
