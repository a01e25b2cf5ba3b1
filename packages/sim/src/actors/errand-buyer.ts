import type { SignedQuote } from '@pay/core'
import { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'
import { better, orderIn, paymentIn, untilKnown } from './answers.ts'
import { pay } from './pay.ts'

const from = { lat: 30.274151, lng: 120.155149 }
const to = { lat: 30.246026, lng: 120.210792 }
const place = { address: '浙江省杭州市上城区解放东路 2 号', name: '王小姐', phone: '13800000001' }

/** Somebody who has something sent, bought or done: adds a tip, cancels, objects, confirms, or forgets all about it. */
export const errandBuyer = (world: World, openid: string, name: string): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, openid, name)
  phone.use(async () => {
    const kind = random.pick(['send', 'do', 'buy'] as const)
    const terms = { kind, tipFen: random.pick([0, 100]), goodsFen: kind === 'buy' ? 2_000 : 0 }
    const quoted = await untilKnown(() => phone.call('errand', 'quote', { ...terms, from, to }))
    if (quoted === 'lost' || !quoted.ok) return
    const quote = quoted.data as SignedQuote
    const input = { requestId: 'request-errand-0001', ...terms, from: { ...from, ...place }, to: { ...to, ...place } }
    const publishing = () => phone.call('errand', 'publish', { ...input, what: '一份合同', quote })
    const published = await untilKnown(
      random.chance(0.2) ? () => Promise.all([publishing(), publishing()]).then(better) : publishing,
    )
    const order = orderIn(published)
    if (order === undefined) return
    const { orderNo } = order
    world.placed.push(orderNo)
    await pay(world, phone, orderNo, paymentIn(published))
    for (let act = 1; act <= 4; act++) {
      await phone.act('waits', () => undefined)
      switch (random.below(7)) {
        case 0: {
          const told = await phone.call('errand', 'cancelPreview', { orderNo })
          const { feeFen } = (told !== 'lost' && told.ok ? told.data : { feeFen: 0 }) as { readonly feeFen: number }
          await phone.call('errand', 'cancel', { orderNo, toldFen: feeFen })
          break
        }
        case 1: {
          const tip = { requestId: `request-tip-00000${act}`, orderNo, tipFen: 200 }
          const more = await untilKnown(() => phone.call('errand', 'addTip', tip))
          const extra = orderIn(more)
          if (extra !== undefined) await pay(world, phone, extra.orderNo, paymentIn(more))
          break
        }
        case 2: {
          const more = await untilKnown(() =>
            phone.call('errand', 'payGoods', { requestId: `request-goods-000${act}`, orderNo }),
          )
          const extra = orderIn(more)
          if (extra !== undefined) await pay(world, phone, extra.orderNo, paymentIn(more))
          break
        }
        case 3:
          if (random.chance(0.4)) await phone.call('errand', 'dispute', { orderNo, why: '没有送到' })
          break
        default:
          await phone.call('errand', 'confirm', { orderNo })
      }
    }
  })
}
