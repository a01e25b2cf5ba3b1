import type { Coupon } from '../pay/book/types.ts'
import { isNoticePlan, noticePlans } from '../pay/notices/notice.ts'
import { HttpError } from '../service.ts'
import { type CashierAction, type CashierChoice, cashierActions } from './act.ts'

/** Reads what a page or a test asks for. Throws HttpError 400 that names what is possible. */
export const readChoice = (body: Readonly<Record<string, unknown>>): CashierChoice => {
  const { action, notice = 'normal', coupons = [] } = body
  if (!cashierActions.includes(action as CashierAction))
    throw new HttpError(400, `action is one of ${cashierActions.join(', ')}`)
  if (!isNoticePlan(notice)) throw new HttpError(400, `notice is one of ${noticePlans.join(', ')}`)
  if (!Array.isArray(coupons) || !coupons.every(isCoupon))
    throw new HttpError(400, 'coupons is a list of {id, fee: fen, type: CASH | NO_CASH}')
  return { action: action as CashierAction, notice, coupons }
}

const isCoupon = (value: unknown): value is Coupon => {
  const { id, fee, type } = (value ?? {}) as Partial<Coupon>
  return typeof id === 'string' && Number.isSafeInteger(fee) && (type === 'CASH' || type === 'NO_CASH')
}
