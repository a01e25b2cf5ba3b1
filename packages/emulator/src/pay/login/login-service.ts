import { createHash, randomBytes } from 'node:crypto'
import { type EmulatorContext, HttpError, type Route, type Service } from '../../service.ts'
import type { User } from '../../users/users.ts'

/** wx.login and what a server does with it: code2Session and access tokens, as api.weixin.qq.com answers. */
export interface LoginService extends Service {
  readonly secret: string
  /** 0, or WeChat's errcode for a token that is missing, unknown or too old. */
  tokenErrcode(token: string | null): 0 | 40001 | 41001 | 42001
}

const codeLifeMs = 5 * 60_000
const tokenLifeMs = 7_200_000
/** The token before the newest stays good for a while, so that servers can hand over. */
const oldTokenLifeMs = 5 * 60_000

interface Code {
  readonly user: User
  readonly madeAtMs: number
  used: boolean
}

interface Token {
  readonly text: string
  endsAtMs: number
}

export const loginService = (context: EmulatorContext): LoginService => {
  const { appid } = context.options
  const secret = createHash('md5').update(`secret of ${appid}`).digest('hex')
  const codes = new Map<string, Code>()
  const tokens = new Map<string, Token>()
  let plain: Token | undefined
  let stable: Token | undefined
  const now = () => context.clock.now()

  const newToken = (): Token => {
    const token = {
      text: `${Math.floor(now() / 1000)}_${randomBytes(48).toString('base64url')}`,
      endsAtMs: now() + tokenLifeMs,
    }
    tokens.set(token.text, token)
    return token
  }

  const answerToken = (token: Token) => ({
    access_token: token.text,
    expires_in: Math.floor((token.endsAtMs - now()) / 1000),
  })

  const wrongAccount = (given: { readonly appid: unknown; readonly secret: unknown }) => {
    if (given.appid === undefined || given.appid === null) return wrong(41002, 'appid missing')
    if (given.appid !== appid) return wrong(40013, 'invalid appid')
    if (given.secret === undefined || given.secret === null) return wrong(41004, 'appsecret missing')
    return given.secret === secret ? undefined : wrong(40125, 'invalid appsecret')
  }

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: '/client/login',
      about: 'wx.login as the user of x-emulator-user: {code}, good once, for five minutes',
      handle: ({ user }) => {
        if (user === undefined) throw new HttpError(400, 'say who logs in with the header x-emulator-user')
        const code = `0${randomBytes(12).toString('hex')}${randomBytes(4).toString('base64url').slice(0, 7)}`
        codes.set(code, { user, madeAtMs: now(), used: false })
        return { errMsg: 'login:ok', code }
      },
    },
    {
      method: 'GET',
      path: '/sns/jscode2session',
      about: 'code2Session: ?appid&secret&js_code&grant_type=authorization_code',
      handle: ({ query }) => {
        if (query.get('grant_type') !== 'authorization_code') return wrong(40002, 'invalid grant_type')
        const refusal = wrongAccount({ appid: query.get('appid'), secret: query.get('secret') })
        if (refusal !== undefined) return refusal
        const code = codes.get(query.get('js_code') ?? '')
        if (code === undefined || now() - code.madeAtMs >= codeLifeMs) return wrong(40029, 'invalid code')
        if (code.used) return wrong(40163, 'code been used')
        code.used = true
        return { session_key: code.user.sessionKey, openid: code.user.openid, unionid: code.user.unionid }
      },
    },
    {
      method: 'GET',
      path: '/cgi-bin/token',
      about: 'access token: ?grant_type=client_credential&appid&secret; each call makes a new one and ages the old',
      handle: ({ query }) => {
        if (query.get('grant_type') !== 'client_credential') return wrong(40002, 'invalid grant_type')
        const refusal = wrongAccount({ appid: query.get('appid'), secret: query.get('secret') })
        if (refusal !== undefined) return refusal
        if (plain !== undefined) plain.endsAtMs = Math.min(plain.endsAtMs, now() + oldTokenLifeMs)
        plain = newToken()
        return answerToken(plain)
      },
    },
    {
      method: 'POST',
      path: '/cgi-bin/stable_token',
      about: 'the same token until it is nearly over: {grant_type: client_credential, appid, secret, force_refresh?}',
      handle: ({ body }) => {
        if (body.grant_type !== 'client_credential') return wrong(40002, 'invalid grant_type')
        const refusal = wrongAccount({ appid: body.appid, secret: body.secret })
        if (refusal !== undefined) return refusal
        if (stable === undefined || body.force_refresh === true || stable.endsAtMs - now() < oldTokenLifeMs) {
          if (stable !== undefined) stable.endsAtMs = Math.min(stable.endsAtMs, now() + oldTokenLifeMs)
          stable = newToken()
        }
        return answerToken(stable)
      },
    },
    {
      method: 'GET',
      path: '/__emulator/login',
      about: 'the appid and the secret that the emulator accepts',
      handle: () => ({ appid, secret }),
    },
  ]

  return {
    name: 'login',
    about: 'wx.login, code2Session, access tokens. Not simulated: session keys that change, blocked users, IP lists.',
    routes,
    secret,
    tokenErrcode: (token) => {
      if (token === null || token === '') return 41001
      const known = tokens.get(token)
      if (known === undefined) return 40001
      return known.endsAtMs > now() ? 0 : 42001
    },
    reset: () => {
      codes.clear()
      tokens.clear()
      plain = undefined
      stable = undefined
    },
  }
}

const wrong = (errcode: number, errmsg: string) => ({ errcode, errmsg })
