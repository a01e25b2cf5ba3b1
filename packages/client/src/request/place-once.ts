import type { RequestId } from '@pay/core'
import type { Outcome } from '../call/call.ts'
import type { RequestKeeper } from './request-keeper.ts'

/**
 * Submits `content` under its kept requestId and forgets the id only when the server's answer settles the matter. After
 * a lost answer, a busy server or a crash in it the order may exist, and where only a login is missing it does, so the
 * next try must be the same request.
 */
export const placeOnce = async <T, R extends { readonly code: string }>(
  keeper: RequestKeeper,
  purpose: string,
  content: unknown,
  submit: (requestId: RequestId) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R>> => {
  const requestId = keeper.for(purpose, content)
  const outcome = await submit(requestId)
  if (outcome.ok || !openEnds.has(outcome.error.code)) keeper.answered(purpose, requestId)
  return outcome
}

const openEnds = new Set(['NO_ANSWER', 'BUSY', 'INTERNAL', 'LOGIN_NEEDED'])
