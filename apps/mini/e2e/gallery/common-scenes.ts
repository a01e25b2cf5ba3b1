import { orderNoOf } from '@pay/core'
import type { Trade } from '../world/we-chat.ts'
import type { World } from '../world/world.ts'
import { type Scenes, scene } from './scene.ts'

const incidents = '/owner/pages/incidents/index'
// Of an order that the phone cannot ask for.
const asked = `/pages/result/index?orderNo=${'0'.repeat(26)}`

/** What is there whatever is sold. */
export const commonScenes: Scenes = async (world) => [
  { page: 'home', state: 'loaded', user: 'anna', route: '/pages/home/index', ready: '用心挑选，明白付款' },
  { page: 'home', state: 'error', user: 'anna', route: '/pages/home/index', ready: '重试', offline: true },
  { page: 'me', state: 'loaded', user: 'anna', route: '/pages/me/index', ready: '我的订单' },
  { page: 'me', state: 'owner', user: 'owner', route: '/pages/me/index', ready: '商家管理' },
  { page: 'orders', state: 'empty', user: 'nobody', route: '/pages/orders/index', ready: '还没有订单' },
  { page: 'orders', state: 'error', user: 'anna', route: '/pages/orders/index', ready: '重试', offline: true },
  { page: 'order', state: 'missing', user: 'anna', route: '/pages/order/index?orderNo=1', ready: '找不到这个订单' },
  { page: 'result', state: 'confirming', user: 'anna', route: asked, ready: '正在向微信确认', offline: true },
  { page: 'result', state: 'unknown', user: 'anna', route: asked, ready: '暂时没有确认到结果', offline: true },
  { page: 'result', state: 'missing', user: 'anna', route: '/pages/result/index', ready: '返回首页' },
  { page: 'owner home', state: 'loaded', user: 'owner', route: '/owner/pages/home/index', ready: '全部订单' },
  { page: 'owner home', state: 'error', user: 'anna', route: '/owner/pages/home/index', ready: '重试' },
  { page: 'owner orders', state: 'loaded', user: 'owner', route: '/owner/pages/orders/index', ready: '全部' },
  {
    page: 'owner orders',
    state: 'error',
    user: 'owner',
    route: '/owner/pages/orders/index',
    ready: '重试',
    offline: true,
  },
  { page: 'owner incidents', state: 'empty', user: 'owner', route: incidents, ready: '没有需要核对的事项' },
  ...(await differences(world)),
]

/**
 * Days after a slip in the database console: an order that was paid is gone, and the payment of another reads one fen
 * less. The bill has money that no order explains and an amount that is not in the books, and whoever asked the owner for
 * something has waited too long. Comes last, for the clock moves on; absent where nothing was paid by an ordinary payment.
 */
const differences: Scenes = async (world) => {
  const [lostTrade, misbooked] = (await world.weChat.trades()).filter(
    ({ state, totalFee, refundableFee }) => state === 'SUCCESS' && refundableFee === totalFee,
  )
  const orderNo = lostTrade && orderNoOf(lostTrade.outTradeNo)
  if (orderNo === undefined || misbooked === undefined) return []
  let lost: Promise<void> | undefined
  return [
    scene('owner incidents', 'loaded', incidents, '对账差异', {
      user: 'owner',
      act: async (phone) => {
        lost ??= loseMoney(world, orderNo, misbooked)
        await lost
        await phone.open(incidents)
      },
    }),
  ]
}

const loseMoney = async ({ weChat }: World, orderNo: string, { outTradeNo }: Trade) => {
  await weChat.forget('orders', orderNo)
  const orders = (await weChat.documents('orders')) as unknown as readonly PaidOrder[]
  const misread = orders.find(({ _id }) => _id === orderNoOf(outTradeNo))
  if (misread === undefined) throw new Error(`${outTradeNo}: paid, and no order has it`)
  for (const { paid } of misread.order.attempts) if (paid) paid.totalFen--
  await weChat.forget('orders', misread._id)
  await weChat.import('orders', { ...misread })
  await weChat.advance(60 * 3_600_000)
}

interface PaidOrder {
  readonly _id: string
  readonly order: { readonly attempts: readonly { readonly paid?: { totalFen: number } }[] }
}
