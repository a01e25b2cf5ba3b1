import { newRequestId } from '@pay/client'
import type { Placed } from '../../world/we-chat.ts'
import type { World } from '../../world/world.ts'

/** What a story needs to have happened before it begins, done by the same calls that the pages make. */

const wensan = { lat: 30.2766, lng: 120.1316 }
const wulin = { lat: 30.2741, lng: 120.1633 }

const from = { ...wensan, address: '浙江省杭州市西湖区文三路 90 号', name: '前台小李', phone: '13800000001' }
const to = { ...wulin, address: '浙江省杭州市拱墅区武林广场 1 号', name: '小安', phone: '13800000002' }

interface Task {
  readonly kind?: 'fetch' | 'buy' | 'do'
  readonly what?: string
  readonly goodsFen?: number
}

/** A task in the hall, paid by this user; its order number. */
export const openTask = async ({ weChat }: World, buyer: string, task: Task = {}): Promise<string> => {
  const { kind = 'fetch', what = '取一份合同，交到前台', goodsFen = 0 } = task
  const terms = { kind, goodsFen, weightKg: kind === 'do' ? 0 : 1 }
  const places = kind === 'do' ? { to: wulin } : { from: wensan, to: wulin }
  const quote = await weChat.ask(buyer, 'errand', 'quote', { ...terms, ...places })
  const placed = await weChat.ask<Placed>(buyer, 'errand', 'publish', {
    requestId: newRequestId(Date.now(), Math.random),
    ...terms,
    ...(kind === 'do' ? {} : { from }),
    to,
    what,
    quote,
  })
  await weChat.pay(buyer, placed)
  return placed.order.orderNo
}

interface Runner {
  readonly runnerNo: string
}

/** This user may run errands. */
export const approvedRunner = async ({ weChat }: World, user: string): Promise<Runner> => {
  const runner = await appliedRunner({ weChat }, user)
  return weChat.ask('owner', 'owner', 'auditRunner', { runnerNo: runner.runnerNo, move: 'approve' })
}

export const appliedRunner = ({ weChat }: Pick<World, 'weChat'>, user: string): Promise<Runner> =>
  weChat.ask(user, 'errand', 'apply', { name: user, phone: '13900000001' })

export const takeTask = ({ weChat }: World, runner: string, orderNo: string) =>
  weChat.ask(runner, 'errand', 'take', { orderNo })

interface WithCodes {
  readonly detail: { readonly codes?: { readonly pickup?: string; readonly delivery: string } }
}

/** Picked up and delivered by the buyer's codes. */
export const deliverTask = async (world: World, runner: string, buyer: string, orderNo: string) => {
  const { weChat } = world
  const { detail } = await weChat.ask<WithCodes>(buyer, 'order', 'get', { orderNo })
  await weChat.ask(runner, 'errand', 'pickUp', { orderNo, code: detail.codes?.pickup })
  await weChat.ask(runner, 'errand', 'deliver', { orderNo, code: detail.codes?.delivery })
}

/** Money that this runner may withdraw: the day of complaints is over. The number of the order it came from. */
export const earnedMoney = async (world: World, runner: string): Promise<string> => {
  await approvedRunner(world, runner)
  const orderNo = await openTask(world, 'anna')
  await takeTask(world, runner, orderNo)
  await deliverTask(world, runner, 'anna', orderNo)
  await world.weChat.ask('anna', 'errand', 'confirm', { orderNo })
  await world.weChat.advance(31 * 3_600_000)
  return orderNo
}
