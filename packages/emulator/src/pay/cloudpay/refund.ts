import { outRefundNoPattern, requestRefund } from '../book/request-refund.ts'
import { refuse } from '../book/types.ts'
import { commonRules, type FieldRules, fieldsRefusal, text } from './check-fields.ts'
import { answer, type Method } from './method.ts'
import { notifyTarget } from './notify-target.ts'

const rules: FieldRules = {
  ...commonRules,
  transaction_id: { maxBytes: 32 },
  out_trade_no: { maxBytes: 32 },
  out_refund_no: { required: true, maxBytes: 64, pattern: outRefundNoPattern },
  total_fee: { required: true, integer: true },
  refund_fee: { required: true, integer: true },
  refund_fee_type: { oneOf: ['CNY'] },
  refund_desc: { maxBytes: 80 },
  refund_account: { oneOf: ['REFUND_SOURCE_UNSETTLED_FUNDS', 'REFUND_SOURCE_RECHARGE_FUNDS'] },
}

/** SUCCESS means accepted; the money arrives later, or does not. */
export const refund: Method = ({ pay, fields, nowMs }) => {
  const refusal = fieldsRefusal(fields, rules)
  if (refusal !== undefined) return refusal
  const [transactionId, outTradeNo] = [text(fields, 'transaction_id'), text(fields, 'out_trade_no')]
  if (transactionId === undefined && outTradeNo === undefined)
    return refuse('LACK_PARAMS', '缺少参数transaction_id或out_trade_no')
  const desc = text(fields, 'refund_desc')
  const accepted = requestRefund(
    pay.book,
    {
      mchid: String(fields.sub_mch_id),
      transactionId,
      outTradeNo,
      outRefundNo: String(fields.out_refund_no),
      totalFee: Number(fields.total_fee),
      refundFee: Number(fields.refund_fee),
      ...(desc === undefined ? {} : { desc }),
      ...(text(fields, 'function_name') === undefined ? {} : { notifyTo: notifyTarget(fields) }),
    },
    nowMs,
  )
  if (!accepted.ok) return accepted
  if (!accepted.again) {
    pay.save(accepted.trade)
    pay.settleLater(accepted.trade, accepted.refund)
  }
  const { trade } = accepted
  return answer({
    transaction_id: trade.payment?.transactionId,
    out_trade_no: trade.outTradeNo,
    out_refund_no: accepted.refund.outRefundNo,
    refund_id: accepted.refund.refundId,
    refund_fee: accepted.refund.refundFee,
    total_fee: trade.totalFee,
    fee_type: trade.feeType,
    cash_fee: trade.payment?.cashFee,
    cash_refund_fee: accepted.refund.cashRefundFee,
    coupon_refund_fee: accepted.refund.couponRefundFee,
    coupon_refund_count: accepted.refund.couponRefundFee === 0 ? 0 : 1,
  })
}
