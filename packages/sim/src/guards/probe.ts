import type { PaymentAnswer } from '@pay/backend'
import { fen, type OpenId } from '@pay/core'
import { payTrade, type Trade } from '@pay/emulator/book'
import type { Context } from '../engine/process.ts'
import { randomOf } from '../engine/random.ts'
import { Scheduler } from '../engine/scheduler.ts'
import { calm } from '../engine/weather.ts'
import { isAcknowledged } from '../world/wechat.ts'
import { World } from '../world/world.ts'

/** Whether each guard of the notice stands, by the one thing that only it does. */
export const probe = async (): Promise<Readonly<Record<string, boolean>>> => {
  const held: Record<string, boolean> = {}
  for (const [id, holds] of Object.entries(probes)) held[id] = await holds(await theShop())
  return held
}

/** One order at the cashier; nothing fails. */
interface Shop {
  readonly world: World
  readonly trade: Trade
  readonly pays: () => void
  /** The notice as WeChat would write it, whether it is true or not. */
  readonly told: (context: Context, change?: object) => Promise<boolean>
  readonly isPaid: () => boolean
}

const stranger = 'oStranger0000000000000000000'
const weChat = { SOURCE: 'wx_paycallback' }

const probes: Readonly<Record<string, (shop: Shop) => Promise<boolean>>> = {
  source: async ({ told, pays }) => {
    pays()
    const byUser = await told({ SOURCE: 'wx_client', OPENID: stranger })
    const withOpenid = await told({ ...weChat, OPENID: stranger })
    return !byUser && !withOpenid
  },
  form: async ({ told, pays, isPaid }) => {
    pays()
    await told(weChat, { transactionId: 'a number with blanks' })
    return !isPaid()
  },
  query: async ({ told, isPaid }) => {
    await told(weChat)
    return !isPaid()
  },
  amount: async ({ world, trade, told, isPaid }) => {
    answers(world, { payer: trade.openid, totalFee: trade.totalFee - 1 })
    await told(weChat, { totalFee: trade.totalFee - 1 })
    return !isPaid()
  },
  payer: async ({ world, trade, told, isPaid }) => {
    answers(world, { payer: stranger, totalFee: trade.totalFee })
    await told(weChat, { subOpenid: stranger })
    return !isPaid()
  },
  bill: async ({ world, pays }) => {
    pays()
    world.orders.clear()
    const timer = world.scheduler.process('timer', 'function', 'timer', { SOURCE: 'wx_trigger' })
    for (let day = 0; day < 2; day++) {
      world.scheduler.current = timer
      await world.functions.housekeeping({}, {})
      world.scheduler.nowMs += 24 * 3_600_000
    }
    return world.book.refunds.size === 1
  },
}

/** WeChat says that the order is paid, by this person and so much. */
const answers = (world: World, { payer, totalFee }: { readonly payer: string; readonly totalFee: number }): void => {
  const payment = { transactionId: '4200000000202611210000000002', totalFen: fen(totalFee), paidAtMs: 1 }
  const answer: PaymentAnswer = { kind: 'paid', payer: payer as OpenId, payment }
  Object.assign(world.ports.wechat, { query: async () => answer })
}

const theShop = async (): Promise<Shop> => {
  const startMs = Date.UTC(2026, 10, 21, 4)
  const weather = { ...calm, noticeLost: 1 }
  const scheduler = new Scheduler({ random: randomOf(1, 1), weather, coverage: new Map(), startMs })
  const world = new World(scheduler)
  world.setStock('cup-green' as never, 9)
  const lines = [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }]
  const buyer = { SOURCE: 'wx_client', OPENID: 'oBuyer1000000000000000000000' }
  await world.prepared(buyer, 'shop', 'placeOrder', { requestId: 'request-guard-00001', lines, remark: '' })
  scheduler.healing = true
  const [order] = world.orders.values()
  const [trade] = world.book.trades.values()
  if (order === undefined || trade === undefined) throw new Error('nothing was placed')
  return {
    world,
    trade,
    pays: () => {
      payTrade(world.book, trade, scheduler.nowMs)
    },
    told: async (context, change = {}) => {
      scheduler.current = scheduler.process('notice', 'function', 'somebody', context)
      const notice = {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        subMchId: world.mchid,
        subAppid: 'wx0123456789abcdef',
        subOpenid: trade.openid,
        totalFee: trade.totalFee,
        feeType: 'CNY',
        transactionId: trade.payment?.transactionId ?? '4200000000202611210000000009',
        outTradeNo: trade.outTradeNo,
      }
      return isAcknowledged(await world.functions['pay-notice']({ ...notice, ...change }, {}))
    },
    isPaid: () => world.orders.get(order.orderNo)?.state === 'paid',
  }
}
