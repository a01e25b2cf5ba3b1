import type { OpenId } from '@pay/core'
import type { LoginAnswer } from '../../ports/gateway.ts'
import type { VirtualPaymentParts } from './config.ts'
import { sendJson } from './send-json.ts'

/** WeChat says of no session how long it lives; a payment brings a fresh code anyway. */
export const sessionLivesMs = 24 * 3_600_000

/**
 * code2Session: the code of `wx.login` for the session key, which is stored and goes nowhere else. A code that belongs to
 * somebody else than the caller is refused, or one could sign in another's name.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_code2session.html
 */
export const logIn = async (parts: VirtualPaymentParts, user: OpenId, loginCode: string): Promise<LoginAnswer> => {
  const { config, sessions, clock } = parts
  const query = new URLSearchParams({
    appid: config.appId,
    secret: config.appSecret,
    js_code: loginCode,
    grant_type: 'authorization_code',
  })
  const said = await sendJson(parts, { method: 'GET', url: `${config.apiBase}/sns/jscode2session?${query}` })
  if (said.kind !== 'done') return said.kind === 'refused' ? { kind: 'refused', reason: said.reason } : said
  const { openid, session_key: sessionKey } = said.answer
  if (typeof openid !== 'string' || typeof sessionKey !== 'string' || sessionKey === '')
    return { kind: 'unknown', reason: 'the answer lacks openid or session' }
  if (openid !== user) return { kind: 'refused', reason: 'the code is another user’s' }
  await sessions.put(user, { sessionKey, expiresAtMs: clock.nowMs() + sessionLivesMs })
  return { kind: 'done' }
}
