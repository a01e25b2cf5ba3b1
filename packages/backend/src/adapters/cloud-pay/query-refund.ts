import type { RefundOrder, RefundStateAnswer } from '../../ports/gateway.ts'
import { ask } from './ask.ts'
import { type CloudPayAnswer, type CloudPayApi, type CloudPayConfig, textField } from './cloud-pay-api.ts'

const states: Readonly<Record<string, 'accepted' | 'settled' | 'abnormal' | 'closed'>> = {
  SUCCESS: 'settled',
  PROCESSING: 'accepted',
  REFUNDCLOSE: 'closed',
  CHANGE: 'abnormal',
}

/** How a refund stands. In production the lists of the answer are known to come back empty: that is `unknown`. */
export const queryRefund = async (
  api: CloudPayApi,
  config: CloudPayConfig,
  { outRefundNo }: RefundOrder,
): Promise<RefundStateAnswer> => {
  const nonceStr = `r${outRefundNo.replace(/[^0-9A-Za-z]/g, '')}`.slice(0, 32)
  const said = await ask(() => api.queryRefund({ subMchId: config.subMchId, outRefundNo, nonceStr }))
  if (said.kind === 'unknown') return said
  if (said.kind === 'refused')
    return /not ?exist|不存在/i.test(said.reason) ? { kind: 'none' } : { kind: 'unknown', reason: said.reason }

  const at = listOf(said.answer, 'outRefundNoList', 'outRefundNo').indexOf(outRefundNo)
  const status = listOf(said.answer, 'refundStatusList', 'refundStatus')[at]
  const state = status === undefined ? undefined : states[status]
  if (state === undefined) return { kind: 'unknown', reason: 'the answer does not hold the refund' }
  const refundId = listOf(said.answer, 'refundIdList', 'refundId')[at]
  return { kind: state, ...(refundId === undefined ? {} : { refundId }) }
}

/** The values of a list, or of the numbered fields it was made of (`refundStatus_0`, …). */
const listOf = (answer: CloudPayAnswer, list: string, field: string): readonly string[] => {
  const given = answer[list]
  if (Array.isArray(given)) return given.map(String)
  const values: string[] = []
  for (let n = 0; n < 50; n++) {
    const value = textField(answer, `${field}_${n}`)
    if (value === undefined) break
    values.push(value)
  }
  return values
}
