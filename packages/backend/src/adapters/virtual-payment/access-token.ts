import type { StoredToken } from '../../ports/access-token-store.ts'
import { PortError } from '../../ports/port-error.ts'
import type { VirtualPaymentParts } from './config.ts'
import { sendJson } from './send-json.ts'

/** WeChat makes the next one 5 minutes before the end, and both are good until then. */
const renewBeforeMs = 5 * 60_000
/** Longer than fetching one takes. */
const leaseMs = 10_000

export interface AccessToken {
  get(): Promise<string>
  /** WeChat says that this one is no good, whatever its time. */
  discard(token: string): Promise<void>
}

/**
 * The access token, from this instance's memory, else from the store that all instances share, else from WeChat. Near its
 * end one instance renews it and the others go on with the old. `stable_token` gives everybody the same one, so two who
 * fetch at once do no harm. https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-access-token/api_getstableaccesstoken.html
 */
export const accessToken = (parts: VirtualPaymentParts): AccessToken => {
  const { tokens, clock } = parts
  let known: StoredToken | undefined
  const leftMs = (token: StoredToken | undefined) => (token?.expiresAtMs ?? 0) - clock.nowMs()

  return {
    async get() {
      if (known !== undefined && leftMs(known) > renewBeforeMs) return known.token
      const stored = await tokens.get()
      if (stored !== undefined && leftMs(stored) > renewBeforeMs) {
        known = stored
        return stored.token
      }
      const mine = await tokens.lease(clock.nowMs(), leaseMs)
      if (!mine && stored !== undefined && leftMs(stored) > 0) return stored.token
      const fetched = await fetchToken(parts)
      known = fetched
      await tokens.put(fetched)
      // Not `known`: another call of this instance may have found it void meanwhile.
      return fetched.token
    },
    async discard(token) {
      if (known?.token === token) known = undefined
      const stored = await tokens.get()
      if (stored?.token === token) await tokens.put({ token: '', expiresAtMs: 0 })
    },
  }
}

const fetchToken = async (parts: VirtualPaymentParts): Promise<StoredToken> => {
  const { config, clock } = parts
  const { appId, appSecret, apiBase } = config
  const body = JSON.stringify({
    grant_type: 'client_credential',
    appid: appId,
    secret: appSecret,
  })
  const said = await sendJson(parts, { method: 'POST', url: `${apiBase}/cgi-bin/stable_token`, body })
  if (said.kind === 'unknown') throw new PortError('accessToken', said.reason)
  if (said.kind === 'refused')
    throw new Error(`WeChat gives no access token: ${said.reason} - see APP_ID and APP_SECRET, and the IP list`)
  const { access_token: token, expires_in: seconds } = said.answer
  if (typeof token !== 'string' || token === '' || typeof seconds !== 'number')
    throw new PortError('accessToken', 'the answer has no token')
  return { token, expiresAtMs: clock.nowMs() + seconds * 1_000 }
}
