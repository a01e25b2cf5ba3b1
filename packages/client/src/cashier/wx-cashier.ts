import type { PaymentRequest } from '@pay/core'
import { type OpenCashier, wordOf } from './cashier.ts'

type CloudPay = Extract<PaymentRequest, { rail: 'cloudPay' }>
type Virtual = Extract<PaymentRequest, { rail: 'virtualPayment' }>

/** The two cashiers of WeChat, as `wx` or `Taro` offers them. */
export interface OpensPayment {
  requestPayment(options: Omit<CloudPay, 'rail'>): Promise<{ readonly errMsg: string }>
  /** By callbacks only, and Taro makes no promise of it. https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestVirtualPayment.html */
  requestVirtualPayment?(options: Omit<Virtual, 'rail'> & Callbacks): unknown
}

interface Callbacks {
  readonly success: (end: { readonly errMsg: string }) => void
  readonly fail: (end: { readonly errMsg: string; readonly errCode?: number }) => void
}

/** WeChat's own cashier. Its word comes late, twice wrong or never on some phones, so nothing is read into it. */
export const wxCashier =
  (wx: OpensPayment): OpenCashier =>
  async (payment) => {
    try {
      const { errMsg } = await open(wx, payment)
      return wordOf(errMsg)
    } catch (cause) {
      const { errMsg, errCode } = (cause ?? {}) as { readonly errMsg?: unknown; readonly errCode?: unknown }
      return errCode === virtualCancel ? 'cancel' : wordOf(errMsg)
    }
  }

/** Virtual payment says it by number. */
const virtualCancel = -2

const open = (wx: OpensPayment, payment: PaymentRequest): Promise<{ readonly errMsg: string }> => {
  if (payment.rail === 'virtualPayment') {
    const { rail: _, ...options } = payment
    return new Promise((success, fail) => {
      if (wx.requestVirtualPayment === undefined) fail({ errMsg: 'requestVirtualPayment:fail not supported' })
      else wx.requestVirtualPayment({ ...options, success, fail })
    })
  }
  const { rail: _, ...options } = payment
  return wx.requestPayment(options)
}
