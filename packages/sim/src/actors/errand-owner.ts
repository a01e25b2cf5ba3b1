import { owner } from '../world/functions.ts'
import { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'

/** The platform's owner: settles disputes, gives money back, takes it from the runner, pays what is withdrawn. */
export const errandOwner = (world: World, acts: number): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, owner, 'owner')
  phone.use(async () => {
    for (let act = 1; act <= acts; act++) {
      const orderNo = await phone.act('thinks', () => world.placed[0])
      if (orderNo === undefined) continue
      const some = () => random.pick([0, 100, 400])
      const split = { orderNo, refundFen: some(), runnerFen: some(), note: '各半' }
      const back = { orderNo, key: `k${random.below(2)}`, refundFen: some(), clawbackFen: some(), note: '补偿' }
      const refund = { orderNo, key: `r${random.below(2)}`, amountFen: random.pick([1, 100, 900]) }
      const [action, input] = random.pick([
        ['settleDispute', split],
        ['giveBackErrand', back],
        ['refund', refund],
      ] as const)
      await phone.call('owner', action, input)
      await payWithdrawals(world, phone)
    }
  })
}

const payWithdrawals = async (world: World, phone: Phone): Promise<void> => {
  const { random } = world.scheduler
  for (const { runnerNo, payouts } of world.runners.values())
    for (const [payoutNo, { state }] of Object.entries(payouts)) {
      if (state !== 'requested' || random.chance(0.3)) continue
      await (random.chance(0.8)
        ? phone.call('owner', 'recordPayout', { runnerNo, payoutNo, reference: `T${payoutNo.slice(0, 6)}` })
        : phone.call('owner', 'refusePayout', { runnerNo, payoutNo, because: '查无此人' }))
    }
}
