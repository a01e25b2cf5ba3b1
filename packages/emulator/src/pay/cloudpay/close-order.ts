import { closeTrade } from '../book/close-trade.ts'
import { commonRules, fieldsRefusal } from './check-fields.ts'
import { answer, type Method } from './method.ts'

const rules = { ...commonRules, out_trade_no: { required: true, maxBytes: 32 } }

export const closeOrder: Method = ({ pay, fields, nowMs, special }) => {
  const refusal = fieldsRefusal(fields, rules)
  if (refusal !== undefined) return refusal
  const ref = { mchid: String(fields.sub_mch_id), outTradeNo: String(fields.out_trade_no) }
  const closed = closeTrade(pay.book, ref, nowMs, { stillPayable: special?.kind === 'still-payable' })
  if (!closed.ok) return closed
  pay.save(closed.trade)
  return answer({ result_msg: 'OK' })
}
