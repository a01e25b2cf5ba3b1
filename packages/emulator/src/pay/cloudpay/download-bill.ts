import { gzipSync } from 'node:zlib'
import { type BillType, billText } from '../book/bill.ts'
import { merchantRefusal } from '../book/merchant.ts'
import { text } from './check-fields.ts'
import { type Answer, answer, type Method } from './method.ts'

/** The bill as text, or its own kind of refusal: return_code FAIL with error_code. */
export const downloadBill: Method = ({ pay, fields, nowMs }) => {
  const mchid = text(fields, 'sub_mch_id')
  const billType = text(fields, 'bill_type') ?? 'ALL'
  const tarType = text(fields, 'tar_type')
  if (Buffer.byteLength(text(fields, 'nonce_str') ?? '') > 32) return failed('20001', 'nonce_str too long')
  if (tarType !== undefined && tarType !== 'GZIP') return failed('20001', 'invalid tar_type, Only GZIP supported')
  if (!isBillType(billType)) return failed('20001', 'invalid bill_type')
  if (text(fields, 'bill_date') === undefined) return failed('20001', 'missing parameter')
  if (mchid !== undefined && merchantRefusal(pay.book, mchid, 'billApi') !== undefined)
    return failed('20001', 'sub_mch not allow')
  const bill = billText(
    pay.book,
    { billDate: String(fields.bill_date), billType, provider: pay.provider, ...(mchid === undefined ? {} : { mchid }) },
    nowMs,
  )
  if (!bill.ok) return failed(bill.code, bill.message)
  return { ok: true, raw: tarType === 'GZIP' ? gzipSync(bill.text) : bill.text }
}

const isBillType = (value: string): value is BillType => ['ALL', 'SUCCESS', 'REFUND'].includes(value)

const failed = (code: string, message: string): Answer =>
  answer({ return_code: 'FAIL', return_msg: message, error_code: code })
