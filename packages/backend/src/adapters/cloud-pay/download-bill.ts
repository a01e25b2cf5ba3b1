import type { BillAnswer, BillDay } from '../../ports/gateway.ts'
import { textOf } from '../wx/wx-error.ts'
import { type CloudPayApi, type CloudPayConfig, textField } from './cloud-pay-api.ts'
import { parseBill } from './parse-bill.ts'

/** The bill of a day in Beijing, to be had from 10 the next morning, for three months. */
export const downloadBill = async (api: CloudPayApi, config: CloudPayConfig, day: BillDay): Promise<BillAnswer> => {
  try {
    const nonceStr = `bill${day}`
    const answer = await api.downloadBill({ subMchId: config.subMchId, nonceStr, billDate: day, billType: 'ALL' })
    if (typeof answer.data === 'string') return { kind: 'bill', rows: parseBill(answer.data, config.envId()) }
    const reason = textField(answer, 'returnMsg') ?? 'no data'
    // The same code for a day without trade and for a bill that is still being made.
    return /no bill exist|bill creating/i.test(reason) ? { kind: 'none' } : { kind: 'unknown', reason }
  } catch (error) {
    return { kind: 'unknown', reason: textOf(error) }
  }
}
