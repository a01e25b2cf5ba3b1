import { createHmac } from 'node:crypto'

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text, 'utf8').digest('hex')

/** pay_sig: over the path (or `requestVirtualPayment`) and the very bytes of the body, with the app key of the env. */
export const paySig = (uri: string, body: string, appKey: string): string => hmac(appKey, `${uri}&${body}`)

/** signature: over the body alone, with the user's session key. */
export const userSignature = (body: string, sessionKey: string): string => hmac(sessionKey, body)
