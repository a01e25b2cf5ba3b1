import { createHash } from 'node:crypto'
import type { EmulatorContext, Service } from '../../service.ts'
import type { NoticePlan } from '../notices/notice.ts'
import type { NoticeService } from '../notices/notice-service.ts'
import type { PayService } from '../pay-service.ts'
import type { CoinRequest } from './book/coins.ts'
import {
  createVirtualBook,
  type Env,
  type VirtualBook,
  type VirtualOrder,
  type VirtualRefund,
} from './book/virtual-book.ts'
import { coinsSpentNotice, deliverNotice, refundPush } from './push-events.ts'
import { xpayClientRoutes } from './xpay-client-routes.ts'
import { xpayRoutes } from './xpay-routes.ts'

/** Virtual payment of mini-programs: goods and coins, over api.weixin.qq.com's paths on this address. */
export interface XpayService extends Service {
  readonly book: VirtualBook
  readonly settings: XpaySettings
  readonly offerId: string
  appKey(env: Env): string
  /** Goods uploaded and not yet published, and files made for download; both forgotten with the process. */
  readonly shelf: Map<string, Readonly<Record<string, unknown>>>
  readonly files: Map<string, string>
  save(): void
  paid(order: VirtualOrder, plan: NoticePlan): void
  spent(coins: CoinRequest): void
  refundLater(order: VirtualOrder, refund: VirtualRefund): void
}

export interface XpaySettings {
  /** The function that gets the pushed messages, as set in the console of cloud development. */
  pushTo: string
  /** Fen for one coin; the console fixes it once and for all. */
  coinPriceFen: number
  /** Product ids and their prices in fen; any product at any price while it is empty. */
  products: Readonly<Record<string, number>>
  /** What the cashier calls them; a product without a name is called by its id. */
  productNames: Readonly<Record<string, string>>
}

const defaults: Readonly<XpaySettings> = { pushTo: '', coinPriceFen: 10, products: {}, productNames: {} }

export const xpayService = (context: EmulatorContext): XpayService => {
  const journal = context.journal('xpay')
  const book = createVirtualBook()
  const settings: XpaySettings = { ...defaults }
  const { appid } = context.options

  const push = (event: Readonly<Record<string, unknown>>, outTradeNo: string, plan: NoticePlan) => {
    if (settings.pushTo === '') return
    context
      .service<NoticeService>('notices')
      .pushed({ functionName: settings.pushTo, mchid: service.offerId, outTradeNo, event }, plan)
  }

  const service: XpayService = {
    name: 'xpay',
    about:
      'virtual payment: requestVirtualPayment, goods and coins, pushes, refunds. Not simulated: subscriptions, iOS, complaints, withdrawals, advertising funds.',
    book,
    settings,
    shelf: new Map(),
    files: new Map(),
    offerId: '1450000001',
    appKey: (env) => createHash('md5').update(`app key ${env} of ${appid}`).digest('base64url').slice(0, 32),
    // The whole book at once: it is small, and a coin account and its move must not be kept apart.
    save: () => journal.rewrite([freeze(book, settings)]),
    paid: (order, plan) => {
      service.save()
      push(deliverNotice(order, context.clock.now()), order.outTradeNo, plan)
    },
    spent: (coins) => {
      service.save()
      push(coinsSpentNotice(coins, context.clock.now()), coins.orderId, 'normal')
    },
    refundLater: (order, refund) => {
      const { refundDelayMs } = context.service<PayService>('pay').settings
      context.clock.after(refundDelayMs, () => {
        refund.doneAtMs = context.clock.now()
        service.save()
        push(refundPush(order, refund, context.clock.now()), order.outTradeNo, 'normal')
      })
    },
    start: () => {
      // An acknowledged delivery counts as delivered; notify_provide_goods is for those that were not.
      context.service<NoticeService>('notices').onAcknowledged(({ kind, event }) => {
        const order = book.orders.get(`${event.Env}/${event.OutTradeNo}`)
        if (kind !== 'push' || event.Event !== 'xpay_goods_deliver_notify' || order === undefined) return
        order.provideAtMs ??= context.clock.now()
        service.save()
      })
      const [kept] = journal.replay()
      if (kept !== undefined) thaw(book, settings, kept as Frozen)
      for (const refund of book.refunds.values()) {
        const order = book.orders.get(`${refund.env}/${refund.outTradeNo}`)
        if (refund.doneAtMs === undefined && order !== undefined) service.refundLater(order, refund)
      }
    },
    reset: () => {
      for (const part of [book.orders, book.refunds, book.accounts, book.moves, service.shelf, service.files])
        part.clear()
      book.serial = 0
      Object.assign(settings, defaults)
      journal.rewrite([])
    },
  }
  return Object.assign(service, { routes: [...xpayRoutes(context, service), ...xpayClientRoutes(context, service)] })
}

type Frozen = ReturnType<typeof freeze>

const freeze = (book: VirtualBook, settings: XpaySettings) => ({
  orders: [...book.orders],
  refunds: [...book.refunds],
  accounts: [...book.accounts],
  moves: [...book.moves],
  serial: book.serial,
  settings,
})

const thaw = (book: VirtualBook, settings: XpaySettings, kept: Frozen) => {
  for (const [key, value] of kept.orders) book.orders.set(key, value)
  for (const [key, value] of kept.refunds) book.refunds.set(key, value)
  for (const [key, value] of kept.accounts) book.accounts.set(key, value)
  for (const [key, value] of kept.moves) book.moves.set(key, value)
  book.serial = kept.serial
  Object.assign(settings, kept.settings)
}
