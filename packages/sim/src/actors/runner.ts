import type { ErrandDetail, OrderNo } from '@pay/core'
import { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'
import { untilKnown } from './answers.ts'

/** Somebody who runs: takes what is there, taps twice, gives it back, forgets the code, withdraws what there is. */
export const runner = (world: World, openid: string, name: string): void => {
  const phone = new Phone(world, openid, name)
  phone.use(async () => {
    for (let act = 1; act <= 9; act++) {
      const orderNo = await phone.act('looks around', () => world.placed[0])
      if (orderNo === undefined) continue
      await chosen(world, phone, orderNo, act)
    }
  })
}

const chosen = async (world: World, phone: Phone, orderNo: OrderNo, act: number): Promise<void> => {
  const { random } = world.scheduler
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2: {
      const take = () => phone.call('errand', 'take', { orderNo })
      const answers = random.chance(0.2) ? await Promise.all([take(), take()]) : [await untilKnown(take)]
      if (answers.some((answer) => answer !== 'lost' && answer.ok)) world.takes.push({ orderNo, openid: phone.openid })
      return
    }
    case 3: {
      const { pickup } = codesOf(world, orderNo)
      await phone.call('errand', 'pickUp', { orderNo, code: pickup ?? '', goodsFen: random.pick([0, 1_500, 2_000]) })
      return
    }
    case 4:
    case 5: {
      const { delivery } = codesOf(world, orderNo)
      await phone.call('errand', 'deliver', { orderNo, code: random.chance(0.9) ? delivery : '0000' })
      return
    }
    case 6:
      await (random.chance(0.5)
        ? phone.call('errand', 'drop', { orderNo, why: '车坏了' })
        : phone.call('errand', 'askGoods', { orderNo, goodsFen: 2_500 }))
      return
    default: {
      const wish = { requestId: `request-payout-00${act}`, amountFen: random.pick([100, 500, 900]) }
      await untilKnown(() => phone.call('errand', 'withdraw', wish))
    }
  }
}

/** The buyer tells them at the door. */
const codesOf = (world: World, orderNo: OrderNo): ErrandDetail['codes'] => {
  const detail = world.orders.get(orderNo)?.detail
  return detail?.vertical === 'errand' ? detail.codes : { delivery: '0000' }
}
