import type { Unknown } from '../../ports/gateway.ts'
import { textOf } from '../wx/wx-error.ts'
import { type CloudPayAnswer, textField } from './cloud-pay-api.ts'

/** What WeChat said, sorted by what it means; never by err_code, which the SDK loses. */
export type Said =
  | { readonly kind: 'done'; readonly answer: CloudPayAnswer }
  /** WeChat understood and said no, in Chinese or in a word like ORDERPAID. */
  | { readonly kind: 'refused'; readonly reason: string }
  | Unknown

/** One call of cloudPay. A rejection, an error of the gateway or of WeChat's system leaves open whether it acted. */
export const ask = async (call: () => Promise<CloudPayAnswer>): Promise<Said> => {
  try {
    const answer = await call()
    const reason = [textField(answer, 'errCodeDes'), textField(answer, 'resultMsg'), textField(answer, 'returnMsg')]
      .filter((text) => text !== undefined && text !== 'OK')
      .join(' ')
    if (answer.returnCode !== 'SUCCESS') return { kind: 'unknown', reason: reason || 'returnCode is not SUCCESS' }
    if (answer.resultCode === 'SUCCESS') return { kind: 'done', answer }
    return isSystemError(reason) ? { kind: 'unknown', reason } : { kind: 'refused', reason: reason || 'FAIL' }
  } catch (error) {
    return { kind: 'unknown', reason: textOf(error) }
  }
}

/** SYSTEMERROR and its like: the same call is to be made again with the same parameters. */
const isSystemError = (reason: string): boolean =>
  /SYSTEM_?ERROR|系统(错误|繁忙|超时|异常)|BIZERR_NEED_RETRY|稍后再?(重?试|重新)/i.test(reason)
