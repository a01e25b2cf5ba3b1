import type { EmulatorContext, SdkCall } from '../service.ts'
import type { Messages } from './messages.ts'

type Input = Readonly<Record<string, unknown>>
type Output = Readonly<Record<string, unknown>>

/** What one API answers, given its fields in WeChat's own spelling; `errcode` other than 0 rejects. `call` is absent over HTTP. */
export type Answer = (input: Input, call?: SdkCall) => Output | Promise<Output>
export type OpenapiAnswers = Map<string, Answer>

/** The APIs that the emulator answers by itself, by the names that `cloud.openapi` spells. */
export const builtInAnswers = (
  context: EmulatorContext,
  messages: Messages,
): readonly (readonly [string, Answer])[] => [
  ['subscribeMessage.send', (input) => messages.send(input)],
  ['security.msgSecCheck', (input) => checkText(context, input)],
  ['security.imgSecCheck', () => ({})],
  ['wxacode.getUnlimited', () => ({ errcode: 40001, errmsg: 'the emulator draws no mini-program codes' })],
]

// A word to see the refusal with, as the real word list is nobody's to know.
const risky = /违规|emulator-risky/
const doubtful = /emulator-review/

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html */
const checkText = (context: EmulatorContext, input: Input): Output => {
  const { content, version, scene, openid } = input
  if (typeof content !== 'string' || content === '') return { errcode: 44002, errmsg: 'empty post data' }
  if ([...content].length > 2500) return { errcode: 40003, errmsg: 'content is longer than 2500 characters' }
  if (version === undefined) return risky.test(content) ? { errcode: 87014, errmsg: 'risky content' } : {}
  if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene)))
    return { errcode: 40129, errmsg: 'invalid version or scene' }
  if (typeof openid !== 'string' || context.users.byOpenid(openid) === undefined)
    return { errcode: 61010, errmsg: 'code is expired' }
  const suggest = risky.test(content) ? 'risky' : doubtful.test(content) ? 'review' : 'pass'
  const result = { suggest, label: suggest === 'pass' ? 100 : 20001 }
  return {
    result,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    trace_id: context.clock.now().toString(36),
  }
}
