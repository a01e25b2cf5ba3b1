import type { OpenId } from '@pay/core'
import { PortError } from '../../ports/port-error.ts'
import type { AccessToken } from './access-token.ts'
import type { VirtualPaymentParts } from './config.ts'
import { type Said, sendJson } from './send-json.ts'
import { paySigOf, userSignatureOf } from './sign.ts'

/** A call that is signed in a user's name and finds no session of theirs. */
export type LoginNeeded = { readonly kind: 'loginNeeded' }

export type XpayCall = (method: string, body: object, inNameOf?: OpenId) => Promise<Said | LoginNeeded>

/** One call of `/xpay/…`: the body as text, signed as text, sent as that text. A token that WeChat no longer knows is renewed once. */
export const xpayCall =
  (parts: VirtualPaymentParts, token: AccessToken): XpayCall =>
  async (method, body, inNameOf) => {
    const { config, sessions, clock } = parts
    const uri = `/xpay/${method}`
    const text = JSON.stringify({ ...body, env: config.env })
    const query = new URLSearchParams({ pay_sig: paySigOf(config.appKey, uri, text) })
    if (inNameOf !== undefined) {
      const session = await sessions.get(inNameOf, clock.nowMs())
      if (session === undefined) return { kind: 'loginNeeded' }
      query.set('signature', userSignatureOf(session.sessionKey, text))
    }
    const said = await withToken(async (current) => {
      query.set('access_token', current)
      return await sendJson(parts, { method: 'POST', url: `${config.apiBase}${uri}?${query}`, body: text })
    })
    if (inNameOf === undefined || !isSessionOver(said)) return said
    await sessions.drop(inNameOf)
    return { kind: 'loginNeeded' }

    async function withToken(send: (current: string) => Promise<Said>): Promise<Said> {
      try {
        const first = await token.get()
        const said = await send(first)
        // Refused for the token alone: nothing was done.
        if (said.kind !== 'refused' || !tokenErrors.has(said.errcode)) return said
        await token.discard(first)
        const again = await send(await token.get())
        return again.kind === 'refused' && tokenErrors.has(again.errcode)
          ? { kind: 'unknown', reason: again.reason }
          : again
      } catch (error) {
        if (error instanceof PortError) return { kind: 'unknown', reason: error.message }
        throw error
      }
    }
  }

const tokenErrors: ReadonlySet<number> = new Set([40001, 40014, 41001, 42001])

/** 268490009: no session or an old one. 268490003 is any wrong signature: the merchant's is `pay_sig`, the other the user's. */
const isSessionOver = (said: Said): boolean =>
  said.kind === 'refused' &&
  (said.errcode === 268490009 || (said.errcode === 268490003 && !/pay_?sig|支付签名/i.test(said.reason)))

/** 268490002 says only which field is wrong; that there is no such order is left to its text. */
export const isUnheardOf = (said: { readonly errcode: number; readonly reason: string }): boolean =>
  said.errcode === 268490002 && /not[ _]?exist|not[ _]?found|不存在|查无/i.test(said.reason)
