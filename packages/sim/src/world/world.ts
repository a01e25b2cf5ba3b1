import type { Deps, Gateway, Hint, LogLine, StoredHolds, TextCheck } from '@pay/backend'
import {
  memoryBookmarkStore,
  memoryCouponStore,
  memoryFiles,
  memoryGoodsStore,
  memoryHintStore,
  memoryHoldStore,
  memoryIncidentStore,
  memoryLedgerStore,
  memoryMessages,
  memoryOrderStore,
  memoryReputationStore,
  memoryRunnerStore,
  memorySettingsStore,
  memorySigner,
} from '@pay/backend/memory'
import { straightLineDistance } from '@pay/backend/system'
import type { CouponWallet, LedgerEntry, Order, OrderNo, Runner, RunnerNo, SkuId } from '@pay/core'
import { type Book, createBook } from '@pay/emulator/book'
import type { Context } from '../engine/process.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import { bookGateway, merchant } from './book-gateway.ts'
import { refundStateOf } from './charges.ts'
import type { FunctionName, Functions } from './functions.ts'
import { injected } from './park-port.ts'
import { shelf } from './shelf.ts'
import { Stage } from './stage.ts'
import { type TipDocuments, textCheckOver, tipsOver } from './tips.ts'
import { watchOrders } from './watch-orders.ts'
import { type Notice, WeChat } from './wechat.ts'
import { Xpay } from './xpay.ts'

/** The functions as deployed, over ports whose every call parks, and WeChat's own book behind them. */
export class World {
  readonly scheduler: Scheduler
  readonly book: Book
  readonly orders = new Map<OrderNo, Order>()
  readonly stock = new Map<string, StoredHolds>()
  readonly hints = new Map<string, Hint>()
  readonly incidents = new Map<string, Incident>()
  readonly runners = new Map<RunnerNo, Runner>()
  readonly ledger = new Map<string, LedgerEntry>()
  readonly wallets = new Map<string, StoredHolds & CouponWallet>()
  readonly coupons = memoryCouponStore(this.wallets)
  readonly stockAtStart = new Map<SkuId, number>()
  readonly ports: RealPorts
  readonly signer = memorySigner()
  readonly stage: Stage
  readonly xpay: Xpay
  readonly tips: TipDocuments['tips'] = new Map()
  readonly signedPayments: TipDocuments['signedPayments'] = new Map()
  /** What people do when they open the app again after the storm. */
  readonly returns: (() => Promise<void>)[] = []
  readonly wechat: WeChat
  /** Errands are written by polite people. */
  textCheck: TextCheck = { check: async () => 'passed' }
  readonly mchid = merchant.mchid
  /** When the storm's last order had come to its end. */
  quietAtMs = 0
  /** WeChat gave an answer about somebody else's payment; a document of ours was lost: then people are called. */
  mixedUp = false
  rowsLost = false
  /** Who was told to have a task, in the order of the answers. */
  readonly takes: { readonly orderNo: OrderNo; readonly openid: string }[] = []
  /** What people have told each other: numbers of orders and of claims for money back. */
  readonly placed: OrderNo[] = []
  readonly afterSales: { readonly orderNo: OrderNo; readonly key: string }[] = []
  /** What was found wrong while it happened. */
  readonly violations: Violation[] = []
  /** Every change of an order, in the order they were written. */
  readonly writes: { readonly before: Order | undefined; readonly after: Order }[] = []
  #nonces = 0

  /** `stage`: functions that are there already, whose last world is over. */
  constructor(
    scheduler: Scheduler,
    { book = createBook(), stage }: { readonly book?: Book; readonly stage?: Stage } = {},
  ) {
    this.scheduler = scheduler
    this.book = book
    this.wechat = new WeChat(this)
    this.xpay = new Xpay(this)
    const orders = watchOrders(scheduler, memoryOrderStore(this.orders), this.orders, (before, after) => {
      this.writes.push({ before, after })
      this.#judge(before, after)
    })
    const wechat = bookGateway(scheduler, this.book, {
      accepted: (trade, refund) => this.wechat.refundAccepted(trade, refund),
      mixedUp: () => {
        this.mixedUp = true
      },
      changed: (outTradeNo) => this.found('payable', `${outTradeNo} was ordered again with other parameters`),
    })
    this.ports = {
      orders,
      goods,
      stock: memoryHoldStore(this.stock),
      coupons: this.coupons,
      couponUses: this.coupons.uses,
      settings: memorySettingsStore(),
      ledger: memoryLedgerStore(this.ledger),
      incidents: memoryIncidentStore(this.incidents),
      hints: memoryHintStore(this.hints),
      bookmarks: memoryBookmarkStore(),
      wechat,
      runners: memoryRunnerStore(this.runners),
      reputations: memoryReputationStore(),
      distance: straightLineDistance,
      files,
      messages: memoryMessages(),
    }
    if (stage === undefined) this.stage = new Stage(this)
    else {
      this.stage = stage
      stage.enter(this)
    }
  }

  get deps(): Deps {
    return this.stage.deps
  }

  get functions(): Functions {
    return this.stage.functions
  }

  /** As the running process sees it. */
  nowMs(): number {
    return this.scheduler.nowMs + this.scheduler.current.skewMs
  }

  nonce(): string {
    return (++this.#nonces * 0x1357_9bdf).toString(16).padStart(32, '0')
  }

  /** From now on tips are taken here. A deployment without has neither their ports nor their rail. */
  openTips(): void {
    this.textCheck = textCheckOver(this.scheduler)
    const tip = tipsOver(this.scheduler, this.xpay, this.deps, this)
    const { gateways } = this.deps
    Object.assign(this.deps, { tip, gateways: { ...gateways, virtualPayment: tip.virtualPayment } })
  }

  /** When every payment that was signed has been looked at once more. */
  signedDueMs(): readonly number[] {
    return [...this.signedPayments.values()].map(({ nextCheckMs }) => nextCheckMs).sort((a, b) => a - b)
  }

  /** What a user finds in the list of orders whose answer got lost. */
  orderOf(openid: string, requestId: string): OrderNo | undefined {
    for (const order of this.orders.values())
      if (order.buyer === openid && order.requestId === requestId) return order.orderNo
    return undefined
  }

  /** Money at WeChat that no order of ours explains. */
  isOrphan(trade: { readonly outTradeNo: string }): boolean {
    for (const order of this.orders.values())
      if (order.attempts.some(({ outTradeNo }) => outTradeNo === trade.outTradeNo)) return false
    return true
  }

  /** A call before the storm begins: nothing fails, and the answer is there at once. */
  async prepared(context: Context, name: FunctionName, action: string, input: unknown): Promise<unknown> {
    const { scheduler } = this
    scheduler.healing = true
    scheduler.current = scheduler.process('setup', 'world', 'setup', context)
    const answer = (await this.functions[name]({ action, input }, {})) as {
      readonly ok: boolean
      readonly data?: unknown
    }
    scheduler.healing = false
    if (!answer.ok) throw new Error(`${name}.${action}: ${JSON.stringify(answer)}`)
    return answer.data
  }

  found(checker: string, what: string): void {
    this.violations.push({ checker, what })
  }

  setStock(skuId: SkuId, available: number): void {
    this.stockAtStart.set(skuId, available)
    this.stock.set(skuId, { id: skuId, version: 1, available, holds: {}, added: {} })
  }

  /** Only what is booked is acknowledged, or what is kept for later or for a person. */
  acknowledged({ to, event, acknowledged }: Notice): void {
    acknowledged?.()
    const { outTradeNo, outRefundNo } = event
    if (to !== 'pay-notice' || outRefundNo !== undefined) return
    for (const { attempts } of this.orders.values())
      for (const attempt of attempts)
        if (attempt.outTradeNo === outTradeNo && attempt.paid === undefined && !this.isKept(String(outTradeNo)))
          this.found('acknowledged', `the notice of ${outTradeNo} was acknowledged and not booked`)
  }

  isKept(outTradeNo: string): boolean {
    if (this.hints.has(outTradeNo)) return true
    for (const key of this.incidents.keys()) if (key.includes(outTradeNo)) return true
    return false
  }

  /** What must not be so even for a moment: money that counts as back before it is, a document that goes back in time. */
  #judge(before: Order | undefined, after: Order): void {
    if (before !== undefined && after.version !== before.version + 1)
      this.found('forward', `${after.orderNo} went from version ${before.version} to ${after.version}`)
    // A tip holds nothing, so it may be revived; all else was given back when its order closed.
    if (before?.state === 'closed' && after.state === 'paid' && after.detail.vertical !== 'tip')
      this.found('forward', `${after.orderNo} was closed, and is a sale again`)
    for (const { outRefundNo, state } of before?.refunds ?? [])
      if (state === 'settled' && after.refunds.find((one) => one.outRefundNo === outRefundNo)?.state !== 'settled')
        this.found('forward', `${outRefundNo} had arrived, and then not`)
    for (const { outRefundNo, state } of after.refunds)
      if (state === 'settled' && refundStateOf(this, outRefundNo) !== 'SUCCESS')
        this.found('sameBooks', `${outRefundNo} counts as settled before it is`)
  }

  /** An error that nobody injected is a bug, whatever becomes of the money. */
  log(line: LogLine): void {
    if (line.level !== 'error') return
    const text = String(line.error ?? line.reason ?? '')
    if (!text.includes(injected)) this.found('noBugs', text)
  }
}

/** What the functions ask of the world, before anything parks or fails. */
export interface RealPorts
  extends Pick<Deps, 'orders' | 'goods' | 'stock' | 'coupons' | 'settings' | 'ledger' | 'incidents' | 'hints'>,
    Pick<Deps, 'bookmarks' | 'files' | 'messages'>,
    Pick<NonNullable<Deps['errand']>, 'runners' | 'reputations' | 'distance'> {
  readonly couponUses: Deps['coupons']['uses']
  readonly wechat: Gateway
}

/** Nobody in any life changes these. */
const goods = memoryGoodsStore(shelf)
const files = memoryFiles()

export interface Violation {
  readonly checker: string
  readonly what: string
}

type Incident = Parameters<typeof memoryIncidentStore>[0] extends Map<string, infer I> | undefined ? I : never
