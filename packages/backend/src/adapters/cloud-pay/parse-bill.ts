import { type Fen, fen, type OpenId, type OutRefundNo, type OutTradeNo } from '@pay/core'
import { parseBeijingTime } from '../../beijing-time.ts'
import type { BillRow } from '../../ports/gateway.ts'

/**
 * WeChat's bill: a header, one row per payment or refund with a back-tick before every value, amounts in yuan, two rows of
 * totals. Columns are found by name, because their number depends on the bill's type. Throws on what it does not
 * understand: a bill read half is worse than none. `attach`: what our own payments carry.
 * https://pay.weixin.qq.com/doc/v2/merchant/4011936640
 */
export const parseBill = (text: string, attach: string): readonly BillRow[] => {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const [header, ...rest] = lines
  if (header === undefined || !header.includes('商户订单号')) throw new Error('a bill without its header')
  const columns = header.split(',')
  const totalsAt = rest.findIndex((line) => !line.startsWith('`'))
  const rows = rest.slice(0, totalsAt === -1 ? rest.length : totalsAt)
  return rows.map((line) => rowOf(fieldsOf(columns, line), attach))
}

type Fields = ReadonlyMap<string, string>

const fieldsOf = (columns: readonly string[], line: string): Fields => {
  const values = line.slice(1).split(',`')
  if (values.length !== columns.length)
    throw new Error(`a bill row of ${values.length} values under ${columns.length} columns`)
  return new Map(columns.map((column, at) => [column, (values[at] ?? '').trim()]))
}

const rowOf = (fields: Fields, attach: string): BillRow => {
  const text = (column: string) => {
    const value = fields.get(column)
    if (value === undefined) throw new Error(`a bill without the column ${column}`)
    return value
  }
  const atMs = parseBeijingTime(text('交易时间'))
  if (atMs === undefined) throw new Error(`a bill row at ${text('交易时间')}`)
  const common = {
    outTradeNo: text('商户订单号') as OutTradeNo,
    transactionId: text('微信订单号'),
    payer: text('用户标识') as OpenId,
    atMs,
    ours: text('商户数据包') === attach,
  }
  if (text('交易状态') !== 'REFUND')
    return { ...common, kind: 'payment', amountFen: fenOf(text(fields.has('订单金额') ? '订单金额' : '应结订单金额')) }
  return {
    ...common,
    kind: 'refund',
    amountFen: fenOf(fields.has('申请退款金额') ? text('申请退款金额') : text('退款金额')),
    outRefundNo: text('商户退款单号') as OutRefundNo,
    refundId: text('微信退款单号'),
    refundState: refundStates[text('退款状态')] ?? 'accepted',
  }
}

const refundStates: Readonly<Record<string, NonNullable<BillRow['refundState']>>> = {
  SUCCESS: 'settled',
  PROCESSING: 'accepted',
  FAIL: 'closed',
  REFUNDCLOSE: 'closed',
  CHANGE: 'abnormal',
}

/** `1234.56` as fen, without a float in between. */
const fenOf = (yuan: string): Fen => {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(yuan)
  if (match === null) throw new Error(`a bill amount of ${yuan}`)
  return fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')))
}
