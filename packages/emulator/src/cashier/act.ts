import type { Coupon } from '../pay/book/types.ts'
import type { NoticePlan } from '../pay/notices/notice.ts'
import { HttpError } from '../service.ts'
import type { PaymentRequest } from './payment-request.ts'

/** What a person with the phone may do; the last is the tap on 完成 of WeChat's own success page. */
export type CashierAction = 'pay' | 'cancel' | 'pay-never-return' | 'pay-report-fail' | 'wrong-password' | 'done'

export const cashierActions: readonly CashierAction[] = [
  'pay',
  'cancel',
  'pay-never-return',
  'pay-report-fail',
  'wrong-password',
  'done',
]

export interface CashierChoice {
  readonly action: CashierAction
  readonly notice?: NoticePlan
  readonly coupons?: readonly Coupon[]
}

/** What the phone shows next. */
export interface CashierStep {
  readonly step: 'ask' | 'success' | 'gone' | 'closed'
  readonly message?: string
  /** What the page must report to the mini-program now. */
  readonly errMsg?: string
  readonly errCode?: number
}

/** Does what the person chose; money moves here and nowhere else in the cashier. */
export const act = (request: PaymentRequest, choice: CashierChoice): CashierStep => {
  const { sale } = request
  const report = (text: string, errCode?: number): CashierStep => {
    request.errMsg = `${sale.api}:${text}`
    if (errCode !== undefined) request.errCode = errCode
    return { step: 'closed', errMsg: request.errMsg, ...(errCode === undefined ? {} : { errCode }) }
  }
  // Only virtual payment has codes: -2 cancelled, -1 failed.
  const virtual = sale.api === 'requestVirtualPayment'
  if (choice.action === 'done') return request.paid ? report('ok') : { step: 'ask', message: '还没有支付' }
  if (request.errMsg !== undefined) throw new HttpError(409, `this cashier is closed: ${request.errMsg}`)
  // A cancel may follow a real payment: WeChat was left on the success page without a tap on 完成.
  if (choice.action === 'cancel') return report('fail cancel', virtual ? -2 : undefined)
  if (sale.refusal !== undefined) return report(`fail ${sale.refusal.message}`, sale.refusal.errCode)
  if (choice.action === 'wrong-password') {
    request.passwordTries += 1
    return { step: 'ask', message: '支付密码错误，请重试' }
  }
  if (request.paid) return { step: 'success' }
  const refused = sale.pay({ notice: choice.notice ?? 'normal', coupons: choice.coupons ?? [] })
  if (refused !== undefined) return { step: 'ask', message: refused.message }
  request.paid = true
  if (choice.action === 'pay-report-fail') return report('fail', virtual ? -1 : undefined)
  return choice.action === 'pay-never-return' ? { step: 'gone' } : { step: 'success' }
}
