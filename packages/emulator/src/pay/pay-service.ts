import { createHash } from 'node:crypto'
import { type EmulatorContext, HttpError, type Service } from '../service.ts'
import { type Book, createBook, restoreTrade } from './book/book.ts'
import { cloudProvider, type Provider } from './book/notice.ts'
import { settleRefund } from './book/settle-refund.ts'
import { type Receiver, receiverKey } from './book/sharing/types.ts'
import type { Merchant, Refund, RefundState, Trade } from './book/types.ts'
import type { NoticeService } from './notices/notice-service.ts'
import { payRoutes } from './pay-routes.ts'

/** WeChat Pay's back office in the emulator: the book, kept in the journal, and what every rail shares. */
export interface PayService extends Service {
  readonly book: Book
  readonly provider: Provider
  /** Signs payment parameters; the cashier checks them with the same. */
  readonly apiKey: string
  readonly settings: PaySettings
  /** Call after each change of a trade: what was saved survives a crash. */
  save(trade: Trade): void
  saveMerchant(merchant: Merchant): void
  saveReceivers(mchid: string): void
  nonce(): string
  /** Ends a refund that was accepted and tells the merchant. */
  settle(ref: { mchid: string; outRefundNo: string }, state: Exclude<RefundState, 'PROCESSING'>): Refund
  /** Lets the money of an accepted refund arrive after `settings.refundDelayMs`. */
  settleLater(trade: Trade, refund: Refund): void
}

export interface PaySettings {
  /** How long an accepted refund takes, ms; 0 leaves it open until someone settles it. */
  refundDelayMs: number
  refundOutcome: Exclude<RefundState, 'PROCESSING'>
  /** queryRefund answers without its lists, as production was seen to. */
  emptyRefundLists: boolean
}

const defaults: Readonly<PaySettings> = { refundDelayMs: 2_000, refundOutcome: 'SUCCESS', emptyRefundLists: false }

export const payService = (context: EmulatorContext): PayService => {
  const journal = context.journal('pay')
  const book = createBook()
  const settings: PaySettings = { ...defaults }
  let nonces = 0

  const service: PayService = {
    name: 'pay',
    about:
      "WeChat Pay's merchant book: trades, refunds, bills. Not simulated: settlement to a bank, complaints, risk control.",
    book,
    provider: cloudProvider,
    apiKey: createHash('md5').update(`key of ${context.options.appid}`).digest('hex'),
    settings,
    save: (trade) => journal.append({ trade, serial: book.serial }),
    saveMerchant: (merchant) => {
      book.merchants.set(merchant.mchid, merchant)
      journal.append({ merchant })
    },
    saveReceivers: (mchid) => journal.append({ mchid, receivers: [...(book.receivers.get(mchid)?.values() ?? [])] }),
    nonce: () => createHash('md5').update(`nonce ${++nonces} ${book.serial}`).digest('hex').toUpperCase(),
    settle: ({ mchid, outRefundNo }, state) => {
      const settled = settleRefund(book, { mchid, outRefundNo }, state, context.clock.now())
      if (!settled.ok) throw new HttpError(404, `there is no refund ${outRefundNo} of merchant ${mchid}`)
      const { trade, refund, changed } = settled
      if (changed) {
        service.save(trade)
        context.events.add({
          from: 'wechat',
          to: 'pay',
          kind: 'change',
          name: `refund ${state}`,
          orderNo: trade.outTradeNo,
          detail: { outRefundNo, refundFee: refund.refundFee, state },
        })
        context.service<NoticeService>('notices').refunded(trade, refund)
      }
      return refund
    },
    settleLater: (trade, refund) => {
      if (settings.refundDelayMs === 0) return
      const ref = { mchid: trade.mchid, outRefundNo: refund.outRefundNo }
      context.clock.after(settings.refundDelayMs, () => {
        if (refund.state === 'PROCESSING') service.settle(ref, settings.refundOutcome)
      })
    },
    start: () => {
      for (const record of journal.replay()) restore(book, record as PayRecord)
      journal.rewrite(compact(book))
      for (const { trade, refund } of book.refunds.values())
        if (refund.state === 'PROCESSING') service.settleLater(trade, refund)
    },
    reset: () => {
      for (const part of [
        book.trades,
        book.byPrepayId,
        book.byTransactionId,
        book.refunds,
        book.merchants,
        book.receivers,
      ])
        part.clear()
      book.closedAccounts.clear()
      book.strictMerchants = false
      book.serial = 0
      nonces = 0
      Object.assign(settings, defaults)
      journal.rewrite([])
    },
    routes: [],
  }
  return Object.assign(service, { routes: payRoutes(context, service) })
}

interface PayRecord {
  readonly trade?: Trade
  readonly merchant?: Merchant
  readonly mchid?: string
  readonly receivers?: readonly Receiver[]
  readonly serial?: number
}

const restore = (book: Book, { trade, merchant, mchid, receivers, serial = 0 }: PayRecord) => {
  if (mchid !== undefined && receivers !== undefined)
    book.receivers.set(mchid, new Map(receivers.map((one) => [receiverKey(one), one])))
  if (trade !== undefined) restoreTrade(book, trade)
  if (merchant !== undefined) book.merchants.set(merchant.mchid, merchant)
  book.serial = Math.max(book.serial, serial)
}

const compact = function* (book: Book): Generator<PayRecord> {
  for (const merchant of book.merchants.values()) yield { merchant }
  for (const [mchid, receivers] of book.receivers) yield { mchid, receivers: [...receivers.values()] }
  for (const trade of book.trades.values()) yield { trade, serial: book.serial }
}
