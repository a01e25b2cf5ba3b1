import { owner } from '../world/functions.ts'
import { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'

/** The shop's owner: sends what is paid, decides what is asked back, gives money back, now and then twice. */
export const shopOwner = (world: World, acts: number): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, owner, 'owner')
  phone.use(async () => {
    for (let act = 1; act <= acts; act++) {
      // Owners come later than buyers: a few calls of others happen first.
      for (let pause = 0; pause < (act === 1 ? 20 : 4); pause++) await phone.act('thinks', () => undefined)
      const orderNo = world.placed.length === 0 ? undefined : random.pick(world.placed)
      if (orderNo === undefined) continue
      const afterSale = world.afterSales.length === 0 ? undefined : random.pick(world.afterSales)
      const [action, input] = chosen(world, orderNo, afterSale)
      await Promise.all(
        random.chance(0.2)
          ? [phone.call('owner', action, input), phone.call('owner', action, input)]
          : [phone.call('owner', action, input)],
      )
    }
  })
}

const chosen = (
  world: World,
  orderNo: string,
  afterSale: World['afterSales'][number] | undefined,
): readonly [string, object] => {
  const { random } = world.scheduler
  if (afterSale !== undefined && random.chance(0.7))
    switch (random.below(5)) {
      case 0:
        return ['refuseAfterSale', { ...afterSale, because: '不行' }]
      case 1:
        return ['acceptReturn', { ...afterSale, restock: random.chance(0.5) }]
      default:
        return ['agreeAfterSale', afterSale]
    }
  switch (random.below(3)) {
    case 0:
      return [
        'refund',
        { orderNo, key: `r${random.below(2)}`, amountFen: 1 + random.below(random.chance(0.5) ? 30 : 4_000) },
      ]
    default:
      return ['ship', { orderNo, carrier: 'SF', trackingNo: `SF1000${random.below(2)}`, all: random.chance(0.7) }]
  }
}
