import type { Unknown } from '../../ports/gateway.ts'
import type { HttpRequest } from '../../ports/http.ts'
import { PortError } from '../../ports/port-error.ts'
import type { VirtualPaymentParts } from './config.ts'

export type WeChatAnswer = Readonly<Record<string, unknown>>

/** What WeChat said, sorted by what it means. */
export type Said =
  | { readonly kind: 'done'; readonly answer: WeChatAnswer }
  /** WeChat understood and said no. */
  | { readonly kind: 'refused'; readonly errcode: number; readonly reason: string }
  | Unknown

/** One request to WeChat. No answer, half an answer and trouble on WeChat's side leave open whether it acted. */
export const sendJson = async (
  { http, config }: Pick<VirtualPaymentParts, 'http' | 'config'>,
  request: Omit<HttpRequest, 'timeoutMs'>,
): Promise<Said> => {
  try {
    const { status, body } = await http.send({ ...request, timeoutMs: config.timeoutMs })
    if (status !== 200) return { kind: 'unknown', reason: `HTTP ${status}` }
    return saidOf(JSON.parse(body))
  } catch (error) {
    if (error instanceof PortError) return { kind: 'unknown', reason: error.message }
    if (error instanceof SyntaxError) return { kind: 'unknown', reason: 'the answer is not JSON' }
    throw error
  }
}

const saidOf = (answer: unknown): Said => {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    return { kind: 'unknown', reason: 'the answer is not an object' }
  const { errcode = 0, errmsg } = answer as WeChatAnswer
  if (errcode === 0) return { kind: 'done', answer: answer as WeChatAnswer }
  if (typeof errcode !== 'number') return { kind: 'unknown', reason: 'the answer has no errcode' }
  const reason = `${errcode} ${typeof errmsg === 'string' ? errmsg.slice(0, 200) : ''}`.trim()
  return passing.has(errcode) ? { kind: 'unknown', reason } : { kind: 'refused', errcode, reason }
}

/** System trouble, quotas, being generated, refund under way: the same call is to be made again, later. */
const passing: ReadonlySet<number> = new Set([-1, 45009, 45011, 268490011, 268490012, 268490014, 268490015])
