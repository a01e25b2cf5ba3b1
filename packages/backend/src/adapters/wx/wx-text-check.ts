import type { TextCheck, TextVerdict } from '../../ports/text-check.ts'
import type { WxCloud } from './wx-cloud.ts'

/**
 * 内容安全 through the cloud's openapi; the function's config.json has to list `security.msgSecCheck`.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck.html
 */
export const wxTextCheck = (cloud: WxCloud): TextCheck => ({
  async check(text, writer) {
    try {
      const { msgSecCheck } = cloud.openapi.security as SecurityApi
      const asked = msgSecCheck({ content: text, version: 2, scene: comment, openid: String(writer) })
      const answer = await within(patienceMs, asked)
      return verdicts[answer.result?.suggest ?? ''] ?? 'unknown'
    } catch {
      // 61010: the writer was not here within two hours. Whatever it is, nobody judged the text.
      return 'unknown'
    }
  },
})

interface SecurityApi {
  readonly msgSecCheck: (parameters: object) => Promise<{ readonly result?: { readonly suggest?: string } }>
}

const comment = 2

/** Somebody is waiting who wants to pay. */
const patienceMs = 2_000

const within = async <T>(ms: number, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  return await Promise.race([promise, tooLate]).finally(() => clearTimeout(timer))
}

const verdicts: Readonly<Record<string, TextVerdict>> = { pass: 'passed', review: 'review', risky: 'hidden' }
