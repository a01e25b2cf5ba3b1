import type { EmulatorContext, Route, RouteRequest } from '../../service.ts'
import type { LoginService } from '../login/login-service.ts'
import type { Env } from './book/virtual-book.ts'
import { paySig, userSignature } from './sign-xpay.ts'
import { type XpayCall, type XpayMethod, xpayMethods } from './xpay-methods.ts'
import type { XpayService } from './xpay-service.ts'

/** `/xpay/*` as api.weixin.qq.com serves it: access token, pay_sig, signature, then the method. */
export const xpayRoutes = (context: EmulatorContext, xpay: XpayService): readonly Route[] => [
  ...Object.entries(xpayMethods).map(
    ([name, method]): Route => ({
      method: 'POST',
      path: `/xpay/${name}`,
      about: `virtual payment: ${name}, with ?access_token${method.paySig ? '&pay_sig' : ''}${method.signature ? '&signature' : ''}`,
      handle: (request) => answer(context, xpay, name, method, request),
    }),
  ),
  {
    method: 'POST',
    path: '/xpay/*',
    about: 'every other method of virtual payment is refused by name',
    handle: ({ params }) => ({ errcode: -1, errmsg: `the emulator does not simulate /xpay/${params.rest}` }),
  },
]

const answer = (
  context: EmulatorContext,
  xpay: XpayService,
  name: string,
  method: XpayMethod,
  request: RouteRequest,
) => {
  const { query, body, bytes } = request
  const startedAt = performance.now()
  const call: XpayCall = { context, xpay, body, env: (body.env === 1 ? 1 : 0) as Env, nowMs: context.clock.now() }
  const refusal = checkCall(context, xpay, `/xpay/${name}`, method, call, query, bytes.toString('utf8'))
  const outcome = refusal ?? method.run(call)
  const result = outcome.ok
    ? { errcode: 0, errmsg: 'ok', ...outcome.fields }
    : { errcode: outcome.errcode, errmsg: outcome.errmsg }
  context.events.add({
    from: 'function',
    to: 'xpay',
    kind: 'call',
    name,
    ok: outcome.ok,
    ms: performance.now() - startedAt,
    detail: { request: body, answer: result },
    ...(typeof body.order_id === 'string' ? { orderNo: body.order_id } : {}),
  })
  return result
}

const checkCall = (
  context: EmulatorContext,
  xpay: XpayService,
  uri: string,
  method: XpayMethod,
  { env, body }: XpayCall,
  query: URLSearchParams,
  bytes: string,
) => {
  const strange = Object.keys(body).find((field) => typeof body[field] === 'object' && !listFields.includes(field))
  if (strange !== undefined) return { ok: false, errcode: 268490002, errmsg: `${strange} is invalid` } as const
  const tokenErrcode = context.service<LoginService>('login').tokenErrcode(query.get('access_token'))
  if (tokenErrcode !== 0) return { ok: false, errcode: tokenErrcode, errmsg: tokenErrors[tokenErrcode] } as const
  const given = query.get('pay_sig')
  // Some pages leave pay_sig out of their tables; where it comes all the same, it must be right.
  if ((method.paySig || given !== null) && given !== paySig(uri, bytes, xpay.appKey(env)))
    return { ok: false, errcode: 268490003, errmsg: 'pay_sig error' } as const
  if (!method.signature) return undefined
  const user = context.users.byOpenid(String(body.openid))
  if (user === undefined) return { ok: false, errcode: 268490001, errmsg: 'openid error' } as const
  return query.get('signature') === userSignature(bytes, user.sessionKey)
    ? undefined
    : ({ ok: false, errcode: 268490003, errmsg: 'signature error' } as const)
}

const listFields = ['upload_item', 'publish_item']

const tokenErrors = {
  40001: 'invalid credential, access_token is invalid or not latest',
  41001: 'access_token missing',
  42001: 'access_token expired',
} as const
