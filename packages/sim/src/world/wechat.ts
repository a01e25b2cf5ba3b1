import { payNotice, payTrade, type Refund, refundNotice, settleRefund, type Trade } from '@pay/emulator/book'
import type { Process } from '../engine/process.ts'
import { merchant } from './book-gateway.ts'
import type { FunctionName } from './functions.ts'
import type { World } from './world.ts'

/** WeChat's side of things: takes money at the cashier, settles refunds, and tells the merchant of both, or does not. */
export class WeChat {
  readonly #world: World
  readonly #self: Process
  /** Sent again when the storm is over, as WeChat goes on for a day. */
  readonly undelivered: Notice[] = []
  readonly unsettled: (() => void)[] = []

  constructor(world: World) {
    this.#world = world
    this.#self = world.scheduler.process('wechat', 'world', 'WeChat', { SOURCE: '' })
  }

  /** The payer enters the password. `false`: the cashier does not take it. */
  pay(openid: string, prepayId: string): boolean {
    const { book, scheduler } = this.#world
    const paid = payTrade(book, { prepayId, openid, appid: merchant.appid }, scheduler.nowMs)
    if (!paid.ok) return false
    const { trade } = paid
    const event = payNotice(trade, { nonceStr: 'n' })
    this.announce({ to: 'pay-notice', event, about: `${trade.outTradeNo} is paid` })
    return true
  }

  refundAccepted(trade: Trade, refund: Refund): void {
    this.later(() => this.settle(trade, refund))
  }

  /** What WeChat does in its own time: when the storm is over at the latest. */
  later(happen: () => void): void {
    if (this.#world.scheduler.healing) this.unsettled.push(happen)
    else this.#world.scheduler.later(this.#self, 'settleRefund', 'none', happen)
  }

  settle(trade: Trade, refund: Refund): void {
    const { book, scheduler } = this.#world
    const { random, weather } = scheduler
    const stuck = !scheduler.healing && refund.state === 'PROCESSING' && random.chance(weather.refundTrouble)
    if (stuck) {
      scheduler.fault()
      if (random.chance(0.5)) this.unsettled.push(() => this.settle(trade, refund))
      // A person at the merchant platform is quick.
      else scheduler.later(this.#self, 'settleRefund', 'none', () => this.settle(trade, refund))
    }
    const state = stuck ? 'CHANGE' : 'SUCCESS'
    settleRefund(book, { mchid: merchant.mchid, outRefundNo: refund.outRefundNo }, state, scheduler.nowMs)
    const event = refundNotice(trade, refund, { nonceStr: 'n' })
    this.announce({ to: 'pay-notice', event, about: `${refund.outRefundNo} is ${state}` })
  }

  /** Tells the merchant: once, several times, or never. */
  announce(notice: Notice): void {
    const { scheduler } = this.#world
    const { random, weather } = scheduler
    if (scheduler.healing) {
      if (weather.noticeLost < 1) this.undelivered.push(notice)
      return
    }
    const copies = random.chance(weather.noticeTwice) ? 2 + random.below(3) : 1
    if (copies > 1) scheduler.fault()
    for (let copy = 0; copy < copies; copy++) this.#send(notice, 1)
  }

  #send(notice: Notice, attempt: number): void {
    const world = this.#world
    const { scheduler } = world
    const { random, weather } = scheduler
    scheduler.later(this.#self, 'notice', 'none', () => {
      if (random.chance(weather.noticeLost)) {
        scheduler.fault()
        scheduler.tell?.(`WeChat · the notice that ${notice.about} is lost  ⚡`)
        if (weather.noticeLost < 1) this.undelivered.push(notice)
        return
      }
      const process = scheduler.process(notice.to, 'function', 'WeChat', noticeContexts[notice.to])
      const again = () => {
        if (attempt < triesInTheStorm) this.#send(notice, attempt + 1)
        else if (weather.noticeLost < 1) this.undelivered.push(notice)
      }
      process.onDeath = again
      scheduler.start(
        process,
        () => world.functions[notice.to](notice.event, {}),
        (settled) => {
          if (!settled.ok || !isAcknowledged(settled.value)) again()
          else world.acknowledged(notice)
        },
      )
    })
  }
}

export interface Notice {
  readonly to: Extract<FunctionName, 'pay-notice' | 'virtual-pay-notice'>
  readonly event: Readonly<Record<string, unknown>>
  readonly about: string
  /** What WeChat does when it hears that the notice arrived. */
  readonly acknowledged?: (() => void) | undefined
}

/** No document says what SOURCE a pushed message has; it is none of the others. */
export const noticeContexts = {
  'pay-notice': { SOURCE: 'wx_paycallback' },
  'virtual-pay-notice': { SOURCE: '' },
} as const

const triesInTheStorm = 3

export const isAcknowledged = (reply: unknown): boolean => {
  const { errcode, ErrCode } = (reply ?? {}) as { readonly errcode?: unknown; readonly ErrCode?: unknown }
  return errcode === 0 || ErrCode === 0
}
