import { readableBeijingTime } from '../book/beijing-time.ts'
import { queryRefunds } from '../book/query-refunds.ts'
import { type Refund, refuse } from '../book/types.ts'
import { commonRules, fieldsRefusal, text } from './check-fields.ts'
import { answer, type Fields, type Method } from './method.ts'

const rules = { ...commonRules, offset: { integer: true } }

/** The lists come numbered (`refund_id_0` …), and cloud development adds them as arrays; production leaves both out. */
export const queryRefund: Method = ({ pay, fields, special }) => {
  const refusal = fieldsRefusal(fields, rules)
  if (refusal !== undefined) return refusal
  const query = {
    mchid: String(fields.sub_mch_id),
    refundId: text(fields, 'refund_id'),
    outRefundNo: text(fields, 'out_refund_no'),
    transactionId: text(fields, 'transaction_id'),
    outTradeNo: text(fields, 'out_trade_no'),
    offset: fields.offset === undefined ? undefined : Number(fields.offset),
  }
  if ([query.refundId, query.outRefundNo, query.transactionId, query.outTradeNo].every((one) => one === undefined))
    return refuse('LACK_PARAMS', '缺少参数refund_id')
  const found = queryRefunds(pay.book, query)
  if (!found.ok) return found
  const { trade, refunds, total } = found
  return answer({
    transaction_id: trade.payment?.transactionId,
    out_trade_no: trade.outTradeNo,
    total_fee: trade.totalFee,
    fee_type: trade.feeType,
    cash_fee: trade.payment?.cashFee,
    refund_count: refunds.length,
    ...(query.offset === undefined ? {} : { total_refund_count: total }),
    ...(pay.settings.emptyRefundLists || special?.kind === 'empty-lists' ? emptyLists : lists(refunds)),
  })
}

const columns: Readonly<Record<string, (refund: Refund) => string | number>> = {
  out_refund_no: (refund) => refund.outRefundNo,
  refund_id: (refund) => refund.refundId,
  refund_channel: () => 'ORIGINAL',
  refund_fee: (refund) => refund.refundFee,
  coupon_refund_fee: (refund) => refund.couponRefundFee,
  refund_status: (refund) => refund.state,
  refund_account: () => 'REFUND_SOURCE_RECHARGE_FUNDS',
  refund_recv_accout: () => '支付用户零钱',
  refund_success_time: (refund) => (refund.state === 'SUCCESS' ? readableBeijingTime(refund.settledAtMs ?? 0) : ''),
}

const emptyLists: Fields = Object.fromEntries(Object.keys(columns).map((name) => [`${name}_list`, []]))

const lists = (refunds: readonly Refund[]): Fields =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) => [
      ...refunds.map((refund, n) => [`${name}_${n}`, value(refund)] as const),
      [`${name}_list`, refunds.map(value)] as const,
    ]),
  )
