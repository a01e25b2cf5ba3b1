import { readableBeijingTime } from './beijing-time.ts'
import type { Book } from './book.ts'
import { settlementFee } from './pay-trade.ts'
import type { Refund, Trade } from './types.ts'

const day = 86_400_000
const hour = 3_600_000
/** What WeChat charges, in ten-thousandths of the amount: 0.60 %. */
const rate = 60

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND'

export interface BillRequest {
  readonly mchid?: string
  /** `yyyyMMdd`, a day in UTC+8. */
  readonly billDate: string
  readonly billType: BillType
  /** Who asks, on cloudPay the provider; a direct merchant is 0 in the column of the sub-merchant. */
  readonly provider?: { readonly appid: string; readonly mchid: string }
}

export interface BillRefusal {
  readonly ok: false
  /** 20001 for the request, 20002 for a bill that is not there (yet, or at all: WeChat does not tell them apart). */
  readonly code: '20001' | '20002'
  readonly message: 'invalid bill_date' | 'NO Bill Exist' | 'Bill Creating'
}

/**
 * A day's bill as text: header, one line per payment or refund with every value behind a back-tick and amounts in yuan,
 * a second header and the totals. Ready at ten the next morning, kept for three months.
 */
export const billText = (book: Book, request: BillRequest, nowMs: number): { ok: true; text: string } | BillRefusal => {
  const startMs = dayStart(request.billDate)
  if (startMs === undefined || startMs > nowMs || startMs < nowMs - 92 * day)
    return { ok: false, code: '20001', message: 'invalid bill_date' }
  if (nowMs < startMs + day + 10 * hour) return { ok: false, code: '20002', message: 'Bill Creating' }

  const lines: Line[] = []
  for (const trade of book.trades.values()) {
    if (request.mchid !== undefined && trade.mchid !== request.mchid) continue
    const within = (ms: number | undefined) => ms !== undefined && ms >= startMs && ms < startMs + day
    if (request.billType !== 'REFUND' && within(trade.payment?.paidAtMs))
      lines.push({ trade, atMs: trade.payment?.paidAtMs ?? 0 })
    if (request.billType === 'SUCCESS') continue
    for (const refund of trade.refunds)
      if (within(refund.acceptedAtMs)) lines.push({ trade, refund, atMs: refund.acceptedAtMs })
  }
  if (lines.length === 0) return { ok: false, code: '20002', message: 'NO Bill Exist' }

  lines.sort((a, b) => a.atMs - b.atMs)
  const columns = billColumns[request.billType]
  const rows = lines.map((line) => columns.map(([, value]) => value(line, request)))
  return {
    ok: true,
    text: `\ufeff${[
      columns.map(([title]) => title).join(','),
      ...rows.map(ticked),
      '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
      ticked(totals(lines)),
      '',
    ].join('\r\n')}`,
  }
}

interface Line {
  readonly trade: Trade
  readonly refund?: Refund
  readonly atMs: number
}

type Column = readonly [title: string, value: (line: Line, request: BillRequest) => string]

const c: Readonly<Record<string, Column>> = {
  time: ['交易时间', ({ atMs }) => readableBeijingTime(atMs)],
  appid: ['公众账号ID', ({ trade }, { provider }) => provider?.appid ?? trade.appid],
  mchid: ['商户号', ({ trade }, { provider }) => provider?.mchid ?? trade.mchid],
  subMchid: ['特约商户号', ({ trade }, { provider }) => (provider === undefined ? '0' : trade.mchid)],
  device: ['设备号', ({ trade }) => trade.deviceInfo ?? ''],
  transactionId: ['微信订单号', ({ trade }) => trade.payment?.transactionId ?? ''],
  outTradeNo: ['商户订单号', ({ trade }) => trade.outTradeNo],
  openid: ['用户标识', ({ trade }) => trade.openid],
  tradeType: ['交易类型', ({ trade }) => trade.tradeType],
  state: ['交易状态', ({ refund }) => (refund === undefined ? 'SUCCESS' : 'REFUND')],
  bank: ['付款银行', ({ trade }) => trade.payment?.bankType ?? ''],
  currency: ['货币种类', ({ trade }) => trade.feeType],
  settled: ['应结订单金额', ({ trade, refund }) => yuan(refund === undefined ? settlementFee(trade) : 0)],
  coupon: ['代金券金额', ({ trade, refund }) => yuan(refund === undefined ? couponFee(trade) : 0)],
  askedAt: ['退款申请时间', ({ refund }) => readableBeijingTime(refund?.acceptedAtMs ?? 0)],
  settledAt: [
    '退款成功时间',
    ({ refund }) => (refund?.state === 'SUCCESS' ? readableBeijingTime(refund.settledAtMs ?? 0) : ''),
  ],
  refundId: ['微信退款单号', ({ refund }) => refund?.refundId ?? '0'],
  outRefundNo: ['商户退款单号', ({ refund }) => refund?.outRefundNo ?? '0'],
  refunded: ['退款金额', (line) => yuan(settledRefundFee(line))],
  couponRefunded: ['充值券退款金额', (line) => yuan(cashCouponRefundFee(line))],
  refundType: ['退款类型', ({ refund }) => (refund === undefined ? '' : 'ORIGINAL')],
  refundState: ['退款状态', ({ refund }) => (refund === undefined ? '' : billRefundStates[refund.state])],
  body: ['商品名称', ({ trade }) => trade.body],
  attach: ['商户数据包', ({ trade }) => trade.attach ?? ''],
  fee: ['手续费', (line) => fee5(feeOf(line))],
  rate: ['费率', () => `${(rate / 100).toFixed(2)}%`],
  total: ['订单金额', ({ trade, refund }) => yuan(refund === undefined ? trade.totalFee : 0)],
  asked: ['申请退款金额', ({ refund }) => yuan(refund?.refundFee ?? 0)],
  note: ['费率备注', () => ''],
}

const named = (names: string): readonly Column[] => names.split(' ').map((name) => c[name] as Column)
const head =
  'time appid mchid subMchid device transactionId outTradeNo openid tradeType state bank currency settled coupon'
const back = 'refundId outRefundNo refunded couponRefunded refundType refundState'
const tail = 'body attach fee rate total'

const billColumns: Readonly<Record<BillType, readonly Column[]>> = {
  ALL: named(`${head} ${back} ${tail} asked note`),
  SUCCESS: named(`${head} ${tail} note`),
  REFUND: named(`${head} askedAt settledAt ${back} ${tail} asked note`),
}

const billRefundStates = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CHANGE: 'CHANGE',
  REFUNDCLOSE: 'FAIL',
} as const

const totals = (lines: readonly Line[]): string[] => {
  const sum = (value: (line: Line) => number) => lines.reduce((total, line) => total + value(line), 0)
  return [
    String(lines.length),
    yuan(sum(({ trade, refund }) => (refund === undefined ? settlementFee(trade) : 0))),
    yuan(sum(settledRefundFee)),
    yuan(sum(cashCouponRefundFee)),
    fee5(sum(feeOf)),
    yuan(sum(({ trade, refund }) => (refund === undefined ? trade.totalFee : 0))),
    yuan(sum(({ refund }) => refund?.refundFee ?? 0)),
  ]
}

const couponFee = (trade: Trade) => trade.totalFee - (trade.payment?.cashFee ?? trade.totalFee)

const settledRefundFee = ({ trade, refund }: Line) =>
  refund === undefined ? 0 : refund.refundFee - noCashShare(trade, refund)

const cashCouponRefundFee = ({ trade, refund }: Line) =>
  refund === undefined ? 0 : refund.couponRefundFee - noCashShare(trade, refund)

/** Of the coupon money that goes back, the part that the merchant never received. */
const noCashShare = (trade: Trade, refund: Refund) => {
  const coupons = couponFee(trade)
  return coupons === 0 ? 0 : Math.floor((refund.couponRefundFee * (trade.totalFee - settlementFee(trade))) / coupons)
}

/** Hundredths of a fen would be lost in yuan with two digits, so fees have five. Whole fen are charged, rounded. */
const feeOf = (line: Line) =>
  line.refund === undefined
    ? Math.round((settlementFee(line.trade) * rate) / 10_000)
    : -Math.round((settledRefundFee(line) * rate) / 10_000)

const fee5 = (fen: number) => `${yuan(fen)}000`

const yuan = (fen: number) => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A comma in a product's name would shift every column after it; WeChat does not escape, it leaves it out. */
const ticked = (values: readonly string[]) => values.map((value) => `\`${value.replace(/[,\r\n]/g, ' ')}`).join(',')

const dayStart = (billDate: string): number | undefined => {
  if (!/^\d{8}$/.test(billDate)) return undefined
  const iso = `${billDate.slice(0, 4)}-${billDate.slice(4, 6)}-${billDate.slice(6)}`
  const ms = Date.parse(`${iso}T00:00:00+08:00`)
  return Number.isNaN(ms) || !readableBeijingTime(ms).startsWith(iso) ? undefined : ms
}
