import type { OpenId } from '@pay/core'
import { PortError } from '../../ports/port-error.ts'
import type { Session } from '../../ports/session-store.ts'
import type { AccessToken } from './access-token.ts'
import type { VirtualPaymentParts } from './config.ts'
import { sessionLivesMs } from './log-in.ts'
import { sendJson } from './send-json.ts'
import { userSignatureOf } from './sign.ts'

/** A session that the user brought with this very call, or just before. */
const freshMs = 60_000
const invalidSignature = 87009

/**
 * The user's session, if WeChat still knows it: any `wx.login` anywhere, on another phone too, may have replaced it, and
 * a payment signed with an old one fails in the payer's hands. When WeChat cannot be asked, it is taken as good.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_checksessionkey.html
 */
export const liveSession = async (
  parts: VirtualPaymentParts,
  token: AccessToken,
  user: OpenId,
): Promise<Session | undefined> => {
  const { config, sessions, clock } = parts
  const nowMs = clock.nowMs()
  const session = await sessions.get(user, nowMs)
  if (session === undefined || session.expiresAtMs - nowMs > sessionLivesMs - freshMs) return session
  try {
    const query = new URLSearchParams({
      access_token: await token.get(),
      openid: user,
      signature: userSignatureOf(session.sessionKey, ''),
      sig_method: 'hmac_sha256',
    })
    const said = await sendJson(parts, { method: 'GET', url: `${config.apiBase}/wxa/checksession?${query}` })
    if (said.kind !== 'refused' || said.errcode !== invalidSignature) return session
  } catch (error) {
    if (error instanceof PortError) return session
    throw error
  }
  await sessions.drop(user)
  return undefined
}
