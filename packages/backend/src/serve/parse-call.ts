import { type CommonRefusal, type Contract, err, ok, type Result } from '@pay/core'
import { getDotPath, safeParse } from 'valibot'

/** Larger than any honest call: 50 lines and a remark are 6 KB. */
const maxEventBytes = 64 * 1024

/** The action and its parsed input, or what is wrong with them. Nothing unparsed goes further than this file. */
export const parseCall = (contract: Contract, event: unknown): Result<ParsedCall, BadInput> => {
  const size = sizeOf(event)
  if (size === undefined || size > maxEventBytes) return bad('', `takes ${maxEventBytes} bytes of JSON at most`)
  if (!isRecord(event)) return bad('', 'takes { action, input }')
  const name = event.action
  if (typeof name !== 'string' || !Object.hasOwn(contract.actions, name))
    return bad('action', `takes one of ${Object.keys(contract.actions).join(', ')}`)
  const action = contract.actions[name] as Contract['actions'][string]

  const parsed = safeParse(action.input, event.input ?? {}, { abortEarly: true })
  if (parsed.success) return ok({ action: name, input: parsed.output })
  const [issue] = parsed.issues
  return bad(getDotPath(issue) ?? '', issue.type === 'strict_object' ? 'is not a field of this input' : issue.message)
}

export interface ParsedCall {
  readonly action: string
  readonly input: unknown
}

type BadInput = Extract<CommonRefusal, { code: 'BAD_INPUT' }>

const bad = (path: string, message: string) => err({ code: 'BAD_INPUT', path, message })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `undefined` for what JSON cannot say, such as a cycle: only a function that calls another could send it. */
const sizeOf = (event: unknown): number | undefined => {
  try {
    return Buffer.byteLength(JSON.stringify(event) ?? '')
  } catch {
    return undefined
  }
}
