import { CloudError } from '../../cloud-error.ts'
import type { FaultsService } from '../../faults/faults-service.ts'
import { parseJsonObject } from '../../http/parse-json.ts'
import { type EmulatorContext, RawReply, type SdkCall, type Service } from '../../service.ts'
import { type Refusal, type RefusalCode, refuse } from '../book/types.ts'
import type { PayService } from '../pay-service.ts'
import { signV2 } from '../sign-v2.ts'
import { closeOrder } from './close-order.ts'
import { downloadBill } from './download-bill.ts'
import type { Fields, Method, MethodCall } from './method.ts'
import { profitSharingMethods } from './profit-sharing.ts'
import { queryOrder } from './query-order.ts'
import { queryRefund } from './query-refund.ts'
import { refund } from './refund.ts'
import { unifiedOrder } from './unified-order.ts'

/** Every method of cloud.cloudPay that is simulated; any other name is refused. */
const methods: Readonly<Record<string, Method>> = {
  unifiedOrder,
  queryOrder,
  closeOrder,
  refund,
  queryRefund,
  downloadBill,
  ...profitSharingMethods,
}

/** cloud.cloudPay: WeChat Pay v2 in provider mode, behind the SDK's action `wx.wxPayApi`. */
export const cloudPayService = (context: EmulatorContext): Service => ({
  name: 'cloudpay',
  about: `cloud.cloudPay: ${Object.keys(methods).join(', ')}. WeChat's err_code is lost in the SDK, as in the cloud.`,
  actions: { 'wx.wxPayApi': (call) => answerCall(context, call) },
})

const answerCall = async (context: EmulatorContext, call: SdkCall): Promise<RawReply> => {
  const startedAt = performance.now()
  const name = String(call.body.apiName ?? '')
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (method === undefined) throw new CloudError('INVALID_PARAM', `cloudPay.${name} is not simulated`)
  const fields = parseJsonObject(call.parts.get('requestData') ?? Buffer.from(String(call.body.requestData ?? '')))
  const pay = context.service<PayService>('pay')
  const appid = sharedAppid(call.parts.get('apiOptions')) ?? call.caller?.appid ?? context.options.appid
  const nowMs = context.clock.now()
  const point = {
    party: 'pay',
    action: name,
    requestId: call.requestId,
    ...(call.from === undefined ? {} : { functionName: call.from.functionName }),
    ...(call.caller === undefined ? {} : { openid: call.caller.openid }),
    detail: { ...fields, source: call.from?.source },
  }
  const fault = context.faults.decide(point)
  const special = context.service<FaultsService>('faults').special(point)
  const methodCall: MethodCall = {
    context,
    pay,
    fields,
    call,
    appid,
    nowMs,
    ...(special === undefined ? {} : { special }),
  }
  const strange = Object.keys(fields).find((field) => isObject(fields[field]) && !jsonFields.includes(field))
  const spoiled = fault?.kind === 'error' ? fault : undefined
  // "After" is what makes people pay twice: WeChat has acted, and says that it has not.
  const outcome =
    spoiled !== undefined && !spoiled.after
      ? refusalOf(spoiled)
      : strange !== undefined
        ? refuse('PARAM_ERROR', `${strange}参数格式错误`)
        : await method(methodCall)
  const final = spoiled?.after === true ? refusalOf(spoiled) : outcome
  context.events.add({
    at: nowMs,
    from: call.from === undefined ? 'sdk' : `function:${call.from.functionName}`,
    to: 'pay',
    kind: 'call',
    name,
    requestId: call.requestId,
    ok: final.ok,
    ms: performance.now() - startedAt,
    detail: { request: fields, answer: final.ok ? ('fields' in final ? final.fields : 'text') : final },
    ...(call.from === undefined ? {} : { parentRequestId: call.from.requestId }),
    ...(call.caller === undefined
      ? {}
      : { user: context.users.byOpenid(call.caller.openid)?.name ?? call.caller.openid }),
  })
  if (final.ok && 'raw' in final) return new RawReply(final.raw, 'application/octet-stream')
  return reply(final.ok ? success(methodCall, final.fields) : failure(methodCall, final))
}

/** Fields that are JSON in a text, and that the SDK passes on when they are objects; anywhere else an object is a mistake. */
const jsonFields = ['detail', 'scene_info', 'receivers', 'receiver']

const isObject = (value: unknown) => typeof value === 'object' && value !== null

/** application/json would make the SDK take every answer for an error. */
const reply = (fields: Fields) => new RawReply(JSON.stringify(fields), 'application/octet-stream')

const success = (call: MethodCall, fields: Fields): Fields =>
  fields.return_code === 'FAIL' ? fields : signed(call, { result_code: 'SUCCESS', ...fields })

/** A request that is malformed fails as communication; one that is refused fails as business. */
const failure = (call: MethodCall, { code, message }: Refusal): Fields =>
  code === 'PARAM_ERROR' || code === 'LACK_PARAMS' || code === 'MCHID_NOT_EXIST'
    ? { return_code: 'FAIL', return_msg: message }
    : signed(call, { result_code: 'FAIL', err_code: errCode[code] ?? code, err_code_des: message })

/** What the table of the method's page calls it, where the book is more precise than WeChat. */
const errCode: Partial<Readonly<Record<RefusalCode, string>>> = { OUT_TRADE_NO_USED: 'INVALID_REQUEST' }

const signed = ({ pay, appid, fields: request }: MethodCall, fields: Fields): Fields => {
  const whole = {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    appid: pay.provider.appid,
    mch_id: pay.provider.mchid,
    sub_appid: appid,
    sub_mch_id: request.sub_mch_id,
    nonce_str: pay.nonce(),
    ...fields,
  }
  return { ...whole, sign: signV2(whole, pay.apiKey) }
}

const refusalOf = ({ code, message }: { readonly code: string; readonly message: string }): Refusal => ({
  ok: false,
  code: code as RefusalCode,
  message,
})

/** `cloud.cloudPay({appid})`: a protobuf message whose only field, the first, is the appid. */
const sharedAppid = (bytes: Buffer | undefined): string | undefined =>
  bytes === undefined || bytes.length < 3 || bytes[0] !== 0x0a
    ? undefined
    : bytes.subarray(2, 2 + (bytes[1] ?? 0)).toString('utf8')
