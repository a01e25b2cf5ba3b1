import { compactBeijingTime } from '../book/beijing-time.ts'
import { providerOpenid } from '../book/notice.ts'
import { settlementFee } from '../book/pay-trade.ts'
import { queryTrade } from '../book/query-trade.ts'
import { tradeStateDesc } from '../book/trade-state.ts'
import { refuse, type Trade } from '../book/types.ts'
import { commonRules, fieldsRefusal, text } from './check-fields.ts'
import { answer, type Fields, type Method } from './method.ts'

const rules = { ...commonRules, transaction_id: { maxBytes: 32 }, out_trade_no: { maxBytes: 32 } }

export const queryOrder: Method = ({ pay, fields, nowMs, special }) => {
  const refusal = fieldsRefusal(fields, rules)
  if (refusal !== undefined) return refusal
  const ref = {
    mchid: String(fields.sub_mch_id),
    transactionId: text(fields, 'transaction_id'),
    outTradeNo: text(fields, 'out_trade_no'),
  }
  if (ref.transactionId === undefined && ref.outTradeNo === undefined)
    return refuse('LACK_PARAMS', '缺少参数transaction_id或out_trade_no')
  const found = queryTrade(pay.book, ref, nowMs, special?.kind === 'stale' ? { asOfMs: nowMs - special.ms } : {})
  if (!found.ok) return found
  const { trade, state } = found
  return answer({
    out_trade_no: trade.outTradeNo,
    ...(trade.attach === undefined ? {} : { attach: trade.attach }),
    trade_state: state,
    trade_state_desc: tradeStateDesc[state],
    // Amounts come only once it is paid.
    ...(state === 'SUCCESS' || state === 'REFUND' ? paidFields(trade) : {}),
  })
}

const paidFields = (trade: Trade): Fields => {
  const { payment } = trade
  if (payment === undefined) return {}
  const couponFee = trade.totalFee - payment.cashFee
  const settled = settlementFee(trade)
  return {
    ...(trade.deviceInfo === undefined ? {} : { device_info: trade.deviceInfo }),
    openid: providerOpenid(trade.openid),
    is_subscribe: 'N',
    sub_openid: trade.openid,
    sub_is_subscribe: 'N',
    trade_type: trade.tradeType,
    bank_type: payment.bankType,
    total_fee: trade.totalFee,
    fee_type: trade.feeType,
    cash_fee: payment.cashFee,
    cash_fee_type: trade.feeType,
    ...(settled === trade.totalFee ? {} : { settlement_total_fee: settled }),
    ...(couponFee === 0 ? {} : { coupon_fee: couponFee, coupon_count: payment.coupons.length }),
    ...Object.fromEntries(
      payment.coupons.flatMap((coupon, n) => [
        [`coupon_id_${n}`, coupon.id],
        [`coupon_type_${n}`, coupon.type],
        [`coupon_fee_${n}`, coupon.fee],
      ]),
    ),
    transaction_id: payment.transactionId,
    time_end: compactBeijingTime(payment.paidAtMs),
  }
}
