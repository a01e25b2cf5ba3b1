import type { FunctionsService } from '../functions/functions-service.ts'
import {
  type ActionHandler,
  type EmulatorContext,
  HttpError,
  RawReply,
  type SdkCall,
  type Service,
} from '../service.ts'
import { type Answer, builtInAnswers, type OpenapiAnswers } from './answers.ts'
import { openapiHttpRoutes } from './http-routes.ts'
import { createMessages, type Messages } from './messages.ts'
import { openData } from './open-data.ts'
import { bytesOf, decodeFields, encodeFields } from './protobuf.ts'

export interface OpenapiService extends Service {
  readonly messages: Messages
  /** Another service registers what it answers to, such as shipping info by the payment half. */
  answer(api: string, reply: Answer): void
}

// https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/openapi/openapi.html
const notPermitted = -604101
const notFound = -604100

/** `cloud.openapi`: message sending, content check and more by a table of answers; what is not in it is refused by name. */
export const openapiService = (context: EmulatorContext): OpenapiService => {
  const messages = createMessages(context)
  const answers: OpenapiAnswers = new Map(builtInAnswers(context, messages))
  /** Answers given by a person at /__emulator/openapi, over all others. */
  const overrides = new Map<string, unknown>()

  const open: ActionHandler = async (call) => {
    const api = call.parts.get('apiName')?.toString('utf8') ?? ''
    const message = decodeFields(call.parts.get('requestData') ?? Buffer.alloc(0))
    const svrkit = bytesOf(message, 4)
    if (svrkit !== undefined) return callSvrkit(decodeFields(svrkit))
    const input = readPairs(bytesOf(message, 2))
    const answered = await answerTo(api, input, call)
    context.events.add({
      from: call.from === undefined ? 'sdk' : `function:${call.from.functionName}`,
      to: 'openapi',
      kind: 'call',
      name: api,
      requestId: call.requestId,
      ...(call.from === undefined ? {} : { parentRequestId: call.from.requestId }),
      ok: typeof answered !== 'number' && (answered.errcode ?? 0) === 0,
      detail: { input, answer: answered },
    })
    return typeof answered === 'number'
      ? systemError(answered)
      : reply(JSON.stringify({ errcode: 0, errmsg: 'ok', ...answered }))
  }

  const answerTo = async (api: string, input: Record<string, unknown>, call: SdkCall) => {
    if (call.from !== undefined && !isPermitted(call.from.functionName, api)) return notPermitted
    const answered = await ask(api, input, call)
    if (answered === undefined) {
      context.log(
        `openapi.${api} is not emulated; teach it an answer: POST /__emulator/openapi { "api": "${api}", "answer": {…} }`,
      )
      return notFound
    }
    return answered
  }

  const ask = async (api: string, input: Readonly<Record<string, unknown>>, call?: SdkCall) =>
    overrides.has(api) ? (overrides.get(api) as Record<string, unknown>) : answers.get(api)?.(input, call)

  const isPermitted = (functionName: string, api: string) => {
    const source = context
      .service<FunctionsService>('functions')
      .sources()
      .find(({ name }) => name === functionName)
    if (source === undefined || source.config.openapi.includes(api)) return true
    context.log(`function ${functionName}: openapi.${api} is missing from permissions.openapi in its config.json`)
    return false
  }

  return {
    name: 'openapi',
    about: 'cloud.openapi: subscribe messages, content check and what else the table has; others are refused by name.',
    messages,
    answer: (api, answer) => {
      answers.set(api, answer)
    },
    actions: { 'wx.openApi': open },
    reset: () => {
      messages.reset()
      overrides.clear()
    },
    routes: [
      ...messages.routes,
      // 40066 is what WeChat answers where there is nothing.
      ...openapiHttpRoutes(
        context,
        async (api, input) => (await ask(api, input)) ?? { errcode: 40066, errmsg: 'invalid url' },
      ),
      {
        method: 'GET',
        path: '/__emulator/openapi',
        about: 'The names that are answered.',
        handle: () => ({ answered: [...answers.keys()].sort(), overridden: Object.fromEntries(overrides) }),
      },
      {
        method: 'POST',
        path: '/__emulator/openapi',
        about: 'Sets what an API answers: { api, answer }; answer null takes it back.',
        handle: ({ body }) => {
          if (typeof body.api !== 'string')
            throw new HttpError(400, 'name the API: { "api": "security.msgSecCheck", "answer": {…} }')
          if (body.answer === null || body.answer === undefined) overrides.delete(body.api)
          else overrides.set(body.api, body.answer)
          return { ok: true }
        },
      },
    ],
  }
}

const callSvrkit = (svrkit: ReturnType<typeof decodeFields>) => {
  if (bytesOf(svrkit, 1)?.toString('utf8') !== 'ApiGetOpenDataByCloudId') return systemError(notFound)
  return reply(openData(decodeFields(bytesOf(svrkit, 2) ?? Buffer.alloc(0))))
}

/** OpenApiData: repeated pairs of a key and a JSON value. */
const readPairs = (bytes: Buffer | undefined): Record<string, unknown> => {
  const input: Record<string, unknown> = {}
  for (const pair of decodeFields(bytes ?? Buffer.alloc(0)).get(1) ?? []) {
    const fields = decodeFields(pair as Buffer)
    const key = bytesOf(fields, 1)?.toString('utf8')
    const value = bytesOf(fields, 2)
    if (key === undefined || value === undefined || key === '__proto__') continue
    // A file comes with its type and is no JSON.
    input[key] = bytesOf(fields, 3) === undefined ? JSON.parse(value.toString('utf8')) : { bytes: value.length }
  }
  return input
}

const reply = (data: Buffer | string) =>
  new RawReply(
    encodeFields([
      [1, Buffer.from(data as string)],
      [2, 'application/json'],
      [4, 200],
    ]),
    'application/octet-stream',
  )

const systemError = (code: number) => new RawReply(encodeFields([[3, code]]), 'application/octet-stream')
