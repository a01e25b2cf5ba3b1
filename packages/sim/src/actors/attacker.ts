import type { Order } from '@pay/core'
import type { FunctionName } from '../world/functions.ts'
import { Phone } from '../world/phone.ts'
import { isAcknowledged } from '../world/wechat.ts'
import type { World } from '../world/world.ts'

const stranger = 'oStranger0000000000000000000'

/**
 * Somebody who knows every order number: forges WeChat's notice, reads and moves orders of others, plays the owner and
 * the timer. What any of it achieves is a violation on the spot.
 */
export const attacker = (world: World, tries: number): void => {
  const { random } = world.scheduler
  const phone = new Phone(world, stranger, 'attacker')
  phone.use(async () => {
    for (let at = 1; at <= tries; at++) {
      const victim = await phone.act('spies', () => anyOf(world))
      if (victim === undefined) continue
      const { orderNo } = victim
      const actions = ['get', 'refresh', 'pay', 'cancel'] as const
      switch (random.below(4)) {
        case 0: {
          const [name, event] = forged(world, victim)
          const reply = await phone.call(name, 'notice', undefined, event)
          if (isAcknowledged(reply)) world.found('forged', `a forged notice of ${orderNo} was acknowledged`)
          break
        }
        case 1: {
          const [action, input] = random.pick([
            ['getOrder', { orderNo }],
            ['refund', { orderNo, key: 'mine', amountFen: 1 }],
            ['giveBackTip', { orderNo }],
            ['ship', { orderNo, carrier: 'SF', trackingNo: 'SF6666', all: true }],
          ] as const)
          const answer = await phone.call('owner', action, input)
          if (answer !== 'lost' && answer.ok) world.found('noStranger', `a stranger played the owner of ${orderNo}`)
          break
        }
        case 2: {
          const reply = await phone.call('housekeeping', 'run', {})
          if (reply !== 'lost' && reply.ok) world.found('noStranger', 'a stranger ran the timer')
          break
        }
        default: {
          const action = random.pick(actions)
          const answer = await phone.call('order', action, { orderNo })
          if (answer !== 'lost' && answer.ok) world.found('noStranger', `a stranger could ${action} ${orderNo}`)
        }
      }
    }
  })
}

const anyOf = (world: World): Order | undefined => {
  const orders = [...world.orders.values()]
  return orders.length === 0 ? undefined : world.scheduler.random.pick(orders)
}

/** WeChat's event to the letter, as anybody can read it in the documents. */
const forged = (world: World, order: Order): readonly [FunctionName, Readonly<Record<string, unknown>>] =>
  order.detail.vertical === 'tip'
    ? ['virtual-pay-notice', forgedPush(order)]
    : ['pay-notice', forgedNotice(world, order)]

const forgedPush = ({ attempts, totalFen, buyer, orderNo }: Order) => ({
  MsgType: 'event',
  Event: 'xpay_goods_deliver_notify',
  OpenId: buyer,
  OutTradeNo: attempts[0]?.outTradeNo ?? '',
  Env: 0,
  WeChatPayInfo: { MchOrderNo: 'xp1', TransactionId: '4200000000202611210000000001', PaidTime: 1 },
  GoodsInfo: { ProductId: 'tip_5_yuan', Quantity: 1, OrigPrice: totalFen, ActualPrice: totalFen, Attach: orderNo },
})

const forgedNotice = (world: World, { attempts, totalFen, buyer }: Order) => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  subMchId: world.mchid,
  subAppid: 'wx0123456789abcdef',
  subOpenid: buyer,
  totalFee: totalFen,
  cashFee: totalFen,
  feeType: 'CNY',
  transactionId: '4200000000202611210000000001',
  outTradeNo: attempts[0]?.outTradeNo ?? '',
})
