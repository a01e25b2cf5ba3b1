import type { LoginService } from '../pay/login/login-service.ts'
import type { EmulatorContext, Route, RouteRequest } from '../service.ts'

type Ask = (api: string, input: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>

/** The same answers as over cloud.openapi, for a server that calls api.weixin.qq.com itself with an access token. */
export const openapiHttpRoutes = (context: EmulatorContext, ask: Ask): readonly Route[] => {
  const answer = async (api: string, { query, body }: RouteRequest) => {
    const errcode = context.service<LoginService>('login').tokenErrcode(query.get('access_token'))
    if (errcode !== 0) return { errcode, errmsg: tokenTroubles[errcode] }
    return { errcode: 0, errmsg: 'ok', ...(await ask(api, body)) }
  }
  return [
    {
      method: 'POST',
      path: '/cgi-bin/message/subscribe/send',
      about: 'subscribeMessage.send over HTTP: ?access_token',
      handle: (request) => answer('subscribeMessage.send', request),
    },
    {
      method: 'POST',
      path: '/wxa/msg_sec_check',
      about: 'security.msgSecCheck over HTTP: ?access_token',
      handle: (request) => answer('security.msgSecCheck', request),
    },
    {
      method: 'POST',
      path: '/wxa/sec/order/:name',
      about: 'the shipping service over HTTP, such as upload_shipping_info: ?access_token',
      handle: (request) => answer(`wxa.sec.order.${toCamelCase(String(request.params.name))}`, request),
    },
  ]
}

const tokenTroubles = {
  40001: 'invalid credential, access_token is invalid or not latest',
  41001: 'access_token missing',
  42001: 'access_token expired',
} as const

const toCamelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
