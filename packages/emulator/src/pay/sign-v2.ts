import { createHash, createHmac } from 'node:crypto'

export type SignType = 'MD5' | 'HMAC-SHA256'

/**
 * WeChat Pay's v2 signature: the fields that are not empty, sorted by ASCII, then the key; upper-case hex.
 * https://pay.weixin.qq.com/doc/v2/partner/4011985884
 */
export const signV2 = (fields: Readonly<Record<string, unknown>>, key: string, signType: SignType = 'MD5'): string => {
  const text = Object.keys(fields)
    .filter((name) => name !== 'sign' && fields[name] !== undefined && fields[name] !== '' && fields[name] !== null)
    .sort()
    .map((name) => `${name}=${typeof fields[name] === 'object' ? JSON.stringify(fields[name]) : fields[name]}`)
    .concat(`key=${key}`)
    .join('&')
  const hash = signType === 'MD5' ? createHash('md5') : createHmac('sha256', key)
  return hash.update(text, 'utf8').digest('hex').toUpperCase()
}

/** What `wx.requestPayment` takes. */
export interface PaymentParams {
  readonly appId: string
  /** Seconds since 1970, as text. */
  readonly timeStamp: string
  readonly nonceStr: string
  /** `prepay_id=…` */
  readonly package: string
  readonly signType: SignType
  readonly paySign: string
}

export const signPayment = (params: Omit<PaymentParams, 'paySign'>, key: string): PaymentParams => ({
  ...params,
  paySign: paySignOf(params, key),
})

/** The cashier signs again and compares; `paySign` itself and whatever else was passed is left out. */
export const paySignOf = (params: Omit<PaymentParams, 'paySign'>, key: string): string => {
  const { appId, timeStamp, nonceStr, signType } = params
  return signV2({ appId, timeStamp, nonceStr, signType, package: params.package }, key, signType)
}
