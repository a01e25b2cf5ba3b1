import { createHmac } from 'node:crypto'

/**
 * The two signatures of virtual payment, both over the very text that is sent.
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/virtual-payment.html
 */

/** The merchant's: `uri` is the path without its query, or `requestVirtualPayment` for the phone. */
export const paySigOf = (appKey: string, uri: string, text: string): string => hmac(appKey, `${uri}&${text}`)

/** The user's: with the session key, which only WeChat and the server know. */
export const userSignatureOf = (sessionKey: string, text: string): string => hmac(sessionKey, text)

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text, 'utf8').digest('hex')
