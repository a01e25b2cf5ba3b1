/**
 * The cloudPay methods this rail uses, as the SDK gives them: camelCase, all values strings or numbers.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/open/pay/CloudPay.unifiedOrder.html
 */
export interface CloudPayApi {
  unifiedOrder(parameters: object): Promise<CloudPayAnswer>
  queryOrder(parameters: object): Promise<CloudPayAnswer>
  closeOrder(parameters: object): Promise<CloudPayAnswer>
  refund(parameters: object): Promise<CloudPayAnswer>
  queryRefund(parameters: object): Promise<CloudPayAnswer>
  downloadBill(parameters: object): Promise<CloudPayAnswer>
}

/** `errCode` is left out on purpose: the SDK overwrites WeChat's err_code with its own 0, so it says nothing. */
export type CloudPayAnswer = Readonly<Record<string, unknown>>

/** What a deployment has to say of itself. */
export interface CloudPayConfig {
  /** Our merchant at the cloud's service provider. */
  readonly subMchId: string
  /** The mini-program, where it is known: timers and notices run without one. What comes from another is not ours. */
  readonly appId: () => string | undefined
  /** The environment that WeChat calls back; an alias of it makes notices go nowhere. */
  readonly envId: () => string
  /** The function that WeChat calls with notices. */
  readonly noticeFunction: string
}

/** The number as WeChat gives it back. */
export const textField = (answer: CloudPayAnswer, name: string): string | undefined => {
  const value = answer[name]
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
}

/** A whole number, whether WeChat sends it as number or text. */
export const wholeField = (answer: CloudPayAnswer, name: string): number | undefined => {
  const text = textField(answer, name)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
