import { type EmulatorContext, HttpError, RawReply, type Route, type RouteRequest } from '../service.ts'
import { type BillType, billText } from './book/bill.ts'
import { refundableFee } from './book/request-refund.ts'
import { tradeState } from './book/trade-state.ts'
import type { Merchant, RefundState, Trade } from './book/types.ts'
import type { PayService, PaySettings } from './pay-service.ts'

/** What a person, the dashboard or a test may see and steer of the book. */
export const payRoutes = (context: EmulatorContext, pay: PayService): readonly Route[] => [
  {
    method: 'GET',
    path: '/__emulator/pay',
    about: 'every trade, newest first, with its refunds; ?outTradeNo= for one',
    handle: ({ query }) => ({
      trades: [...pay.book.trades.values()]
        .filter((trade) => [null, trade.outTradeNo].includes(query.get('outTradeNo')))
        .sort((a, b) => b.createdAtMs - a.createdAtMs)
        .slice(0, Number(query.get('limit') ?? 200))
        .map((trade) => viewTrade(trade, context.clock.now())),
      settings: pay.settings,
    }),
  },
  {
    method: 'GET',
    path: '/__emulator/pay/bill',
    about: "a day's bill as text: ?date=yyyyMMdd&type=ALL|SUCCESS|REFUND&mchid=",
    handle: ({ query }) => {
      const mchid = query.get('mchid')
      const bill = billText(
        pay.book,
        {
          billDate: query.get('date') ?? '',
          billType: (query.get('type') ?? 'ALL') as BillType,
          provider: pay.provider,
          ...(mchid === null ? {} : { mchid }),
        },
        context.clock.now(),
      )
      if (!bill.ok) throw new HttpError(404, bill.message)
      return new RawReply(bill.text, 'text/csv; charset=utf-8')
    },
  },
  {
    method: 'POST',
    path: '/__emulator/pay/settings',
    about: 'any of {refundDelayMs, refundOutcome: SUCCESS|CHANGE|REFUNDCLOSE, emptyRefundLists, strictMerchants}',
    handle: ({ body }) => {
      const { strictMerchants, ...rest } = body
      if (typeof strictMerchants === 'boolean') pay.book.strictMerchants = strictMerchants
      Object.assign(pay.settings, checkSettings(rest))
      return { settings: pay.settings, strictMerchants: pay.book.strictMerchants }
    },
  },
  {
    method: 'POST',
    path: '/__emulator/pay/refunds/:outRefundNo/settle',
    about: 'ends an accepted refund: {status: SUCCESS|CHANGE|REFUNDCLOSE, mchid?}',
    handle: ({ params, body }) => {
      const outRefundNo = params.outRefundNo ?? ''
      const status = body.status ?? 'SUCCESS'
      if (!isOutcome(status)) throw new HttpError(400, 'status is SUCCESS, CHANGE or REFUNDCLOSE')
      const entry = [...pay.book.refunds.values()].find(
        (one) => one.refund.outRefundNo === outRefundNo && (body.mchid ?? one.trade.mchid) === one.trade.mchid,
      )
      if (entry === undefined) throw new HttpError(404, `there is no refund ${outRefundNo}`)
      return { refund: pay.settle({ mchid: entry.trade.mchid, outRefundNo }, status) }
    },
  },
  {
    method: 'GET',
    path: '/__emulator/pay/merchants',
    about: 'the merchants that were described; others may do everything',
    handle: () => ({ merchants: [...pay.book.merchants.values()] }),
  },
  {
    method: 'POST',
    path: '/__emulator/pay/merchants/:mchid',
    about: 'describes a merchant: any of {name, appids, jsapi, refundApi, billApi, balanceFen}',
    handle: ({ params, body }: RouteRequest) => {
      const merchant = { ...pay.book.merchants.get(params.mchid ?? ''), ...body, mchid: params.mchid } as Merchant
      pay.saveMerchant(merchant)
      return { merchant }
    },
  },
  {
    method: 'POST',
    path: '/__emulator/pay/accounts/:openid/close',
    about: 'the user gives up the account: refunds to it fail with USER_ACCOUNT_ABNORMAL',
    handle: ({ params }) => {
      pay.book.closedAccounts.add(params.openid ?? '')
      return { closed: [...pay.book.closedAccounts] }
    },
  },
]

export const viewTrade = (trade: Trade, nowMs: number) => {
  const { ordered: _, ...shown } = trade
  return { ...shown, state: tradeState(trade, nowMs), refundableFee: refundableFee(trade) }
}

const isOutcome = (value: unknown): value is Exclude<RefundState, 'PROCESSING'> =>
  value === 'SUCCESS' || value === 'CHANGE' || value === 'REFUNDCLOSE'

const checkSettings = (given: Readonly<Record<string, unknown>>): Partial<PaySettings> => {
  const { refundDelayMs, refundOutcome, emptyRefundLists, ...unknown } = given
  const [stranger] = Object.keys(unknown)
  if (stranger !== undefined) throw new HttpError(400, `there is no setting ${stranger}`)
  if (refundDelayMs !== undefined && !(typeof refundDelayMs === 'number' && refundDelayMs >= 0))
    throw new HttpError(400, 'refundDelayMs is a number of milliseconds')
  if (refundOutcome !== undefined && !isOutcome(refundOutcome))
    throw new HttpError(400, 'refundOutcome is SUCCESS, CHANGE or REFUNDCLOSE')
  return {
    ...(refundDelayMs === undefined ? {} : { refundDelayMs }),
    ...(refundOutcome === undefined ? {} : { refundOutcome }),
    ...(emptyRefundLists === undefined ? {} : { emptyRefundLists: emptyRefundLists === true }),
  }
}
