import type { PaymentRequest } from '@pay/core'
import { type OpenCashier, wordOf } from './cashier.ts'

type CloudPay = Extract<PaymentRequest, { rail: 'cloudPay' }>
type Virtual = Extract<PaymentRequest, { rail: 'virtualPayment' }>

/** The two cashiers of WeChat, as `wx` or `Taro` offers them. */
export interface OpensPayment {
  requestPayment(options: Omit<CloudPay, 'rail'>): Promise<{ readonly errMsg: string }>
  requestVirtualPayment?(options: Omit<Virtual, 'rail'>): Promise<{ readonly errMsg: string }>
}

/** WeChat's own cashier. Its word comes late, twice wrong or never on some phones, so nothing is read into it. */
export const wxCashier =
  (wx: OpensPayment): OpenCashier =>
  async (payment) => {
    try {
      const { errMsg } = await open(wx, payment)
      return wordOf(errMsg)
    } catch (cause) {
      return wordOf((cause as { errMsg?: unknown } | null)?.errMsg)
    }
  }

const open = (wx: OpensPayment, payment: PaymentRequest): Promise<{ readonly errMsg: string }> => {
  if (payment.rail === 'virtualPayment') {
    const { rail: _, ...options } = payment
    if (wx.requestVirtualPayment === undefined) throw { errMsg: 'requestVirtualPayment:fail not supported' }
    return wx.requestVirtualPayment(options)
  }
  const { rail: _, ...options } = payment
  return wx.requestPayment(options)
}
