import { payTrade } from '../pay/book/pay-trade.ts'
import type { Coupon, Trade } from '../pay/book/types.ts'
import type { NoticePlan } from '../pay/notices/notice.ts'
import type { NoticeService } from '../pay/notices/notice-service.ts'
import type { PayService } from '../pay/pay-service.ts'
import { type EmulatorContext, HttpError } from '../service.ts'
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
}

/** Does what the person chose; money moves here and nowhere else in the cashier. */
export const act = (context: EmulatorContext, request: PaymentRequest, choice: CashierChoice): CashierStep => {
  const report = (errMsg: string): CashierStep => {
    request.errMsg = errMsg
    return { step: 'closed', errMsg }
  }
  if (choice.action === 'done')
    return request.paid ? report('requestPayment:ok') : { step: 'ask', message: '还没有支付' }
  if (request.errMsg !== undefined) throw new HttpError(409, `this cashier is closed: ${request.errMsg}`)
  // A cancel may follow a real payment: WeChat was left on the success page without a tap on 完成.
  if (choice.action === 'cancel') return report('requestPayment:fail cancel')
  if (request.refusal !== undefined) return report(`requestPayment:fail ${request.refusal}`)
  if (choice.action === 'wrong-password') {
    request.passwordTries += 1
    return { step: 'ask', message: '支付密码错误，请重试' }
  }
  if (request.paid) return { step: 'success' }
  const paying = payNow(context, request, choice)
  if (paying !== undefined) return { step: 'ask', message: paying }
  if (choice.action === 'pay-report-fail') return report('requestPayment:fail')
  return choice.action === 'pay-never-return' ? { step: 'gone' } : { step: 'success' }
}

/** Takes the money and tells the merchant; answers why not, when WeChat would not. */
const payNow = (
  context: EmulatorContext,
  request: PaymentRequest,
  { notice = 'normal', coupons = [] }: CashierChoice,
): string | undefined => {
  const pay = context.service<PayService>('pay')
  const { prepayId, appid, user } = request
  const paid = payTrade(pay.book, { prepayId, appid, openid: user.openid, coupons }, context.clock.now())
  if (!paid.ok) return paid.message
  request.paid = true
  announce(context, pay, paid.trade, user.name, notice)
  return undefined
}

const announce = (context: EmulatorContext, pay: PayService, trade: Trade, user: string, notice: NoticePlan) => {
  pay.save(trade)
  context.events.add({
    from: 'person',
    to: 'pay',
    kind: 'change',
    name: `paid ${(trade.totalFee / 100).toFixed(2)} yuan`,
    user,
    orderNo: trade.outTradeNo,
    ok: true,
    detail: { transactionId: trade.payment?.transactionId, totalFee: trade.totalFee, notice },
  })
  context.service<NoticeService>('notices').paid(trade, notice)
}
