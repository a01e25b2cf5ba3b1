import { type EmulatorContext, HttpError, type InvocationResult, type Route } from '../service.ts'
import type { FunctionsService } from './functions-service.ts'
import { mayInvoke } from './invoke-rules.ts'

/** What a phone may do: call a function as the user that the page has chosen. */
export const clientRoutes = (context: EmulatorContext, _service: FunctionsService): readonly Route[] => [
  {
    method: 'POST',
    path: '/client/call',
    about:
      'wx.cloud.callFunction as the user in the header x-emulator-user: { name, data }. Answers { result, requestID, errMsg } or { errCode, errMsg, requestID }.',
    handle: async ({ body, user }) => {
      const { name, data } = body
      if (typeof name !== 'string' || name === '')
        throw new HttpError(400, 'the body names no function: { name, data }')
      if (!mayInvoke(context.project.rules, name, user !== undefined)) {
        context.events.add({
          from: 'client',
          to: `function:${name}`,
          kind: 'call',
          name,
          ok: false,
          detail: 'refused by the function rules',
          ...(user === undefined ? {} : { user: user.name }),
        })
        return refusal(-501023, 'PERMISSION_DENIED', `Permission denied: the function ${name} is closed to clients`, '')
      }
      const caller = user && {
        openid: user.openid,
        appid: context.options.appid,
        unionid: user.unionid,
        clientIp: user.clientIp,
      }
      const answer = await context.invoke({
        functionName: name,
        event: data ?? {},
        source: 'wx_client',
        ...(caller === undefined ? {} : { caller }),
      })
      return toClient(answer)
    },
  },
]

const toClient = (answer: InvocationResult) => {
  if (answer.ok) return { errMsg: 'cloud.callFunction:ok', result: answer.result, requestID: answer.requestId }
  const { code, message } = answer.error ?? { code: 'SYS_ERR', message: '' }
  return refusal(errCodes[code] ?? -504002, code, message, answer.requestId)
}

// https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/debug/error-code.html
const errCodes: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTION_TIME_LIMIT_EXCEEDED: -504003,
}

const refusal = (errCode: number, code: string, message: string, requestID: string) => ({
  errCode,
  errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${code} | errMsg: ${message}`,
  requestID,
})
