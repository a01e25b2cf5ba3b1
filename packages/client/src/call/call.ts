import type { ActionName, CallAnswer, CommonRefusal, Contract, InputOf, OutputOf, RefusalOf } from '@pay/core'
import type { Transport } from '../transport/transport.ts'
import type { NamedContract } from './contract-named.ts'
import { isSafeToRepeat } from './is-safe-to-repeat.ts'

/** What a page gets: the server's answer, its refusal, or the plain fact that none came. Nothing is thrown through a page. */
export type Outcome<T, R extends { readonly code: string } = never> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: R | CommonRefusal | NoAnswer }

/** No answer, or one that cannot be read. Whether the server acted is unknown: ask again, never assume. */
export interface NoAnswer {
  readonly code: 'NO_ANSWER'
  readonly detail: string
}

export type Call = <C extends Contract, A extends ActionName<C>>(
  contract: NamedContract<C>,
  action: A,
  input: InputOf<C, A>,
) => Promise<Outcome<OutputOf<C, A>, RefusalOf<C, A>>>

/** Pauses for so many milliseconds. */
export type Sleep = (ms: number) => Promise<void>

/** Calls over a transport, typed by the contract. What may be repeated is repeated once, with the very same input. */
export const createCall =
  (transport: Transport, sleep: Sleep): Call =>
  async (contract, action, input) => {
    const ask = () => answerOf(transport, contract.name, action, input)
    const first = await ask()
    if (first.ok) return first as never
    // BUSY means that nothing was done, so any action may come again.
    if (first.error.code === 'BUSY') await sleep(Math.min(first.error.retryAfterMs, longestPauseMs))
    else if (first.error.code !== 'NO_ANSWER' || !isSafeToRepeat(action, input)) return first as never
    else await sleep(pauseMs)
    return (await ask()) as never
  }

const pauseMs = 400
const longestPauseMs = 2_000

const answerOf = async (
  transport: Transport,
  functionName: string,
  action: string,
  input: unknown,
): Promise<Outcome<unknown>> => {
  try {
    const answer = await transport.call(functionName, { action, input })
    return isAnswer(answer) ? answer : noAnswer('what came back is not an answer')
  } catch (cause) {
    return noAnswer(cause instanceof Error ? cause.message : String(cause))
  }
}

const noAnswer = (detail: string): Outcome<never> => ({ ok: false, error: { code: 'NO_ANSWER', detail } })

const isAnswer = (value: unknown): value is CallAnswer<unknown, never> => {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  if (value.ok === true) return 'data' in value
  if (value.ok !== false || !('error' in value)) return false
  const { error } = value
  return typeof error === 'object' && error !== null && typeof (error as { code?: unknown }).code === 'string'
}
