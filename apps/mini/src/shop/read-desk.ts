import type { Outcome } from '@pay/client'
import type { OrderView, Page } from '@pay/core'

type DeskState = 'paid' | 'completed'
type Answer = Outcome<Page<OrderView>, { readonly code: string }>
type List = (state: DeskState, cursor: string | undefined) => Promise<Answer>

/**
 * One page of the orders that may wait for the owner: first those on their way, then those that have arrived, because money
 * can be asked back for some days more. What was ordered longer ago than that takes is not looked through.
 */
export const readDesk = async (list: List, cursor: string | undefined, nowMs: number): Promise<Answer> => {
  const [state, place] = placeIn(cursor)
  const outcome = await list(state, place)
  if (!outcome.ok) return outcome
  const { items, cursor: next } = outcome.data
  const old = state === 'completed' && items.some(({ createdAtMs }) => createdAtMs < nowMs - longAgoMs)
  const rest = next === undefined || old ? (state === 'paid' ? 'completed.' : undefined) : `${state}.${next}`
  return { ok: true, data: { items, ...(rest !== undefined && { cursor: rest }) } }
}

/** Sent late, on its way for ten days, asked back a week later: two months are enough. */
const longAgoMs = 60 * 24 * 3_600_000

const placeIn = (cursor: string | undefined): readonly [DeskState, string | undefined] => {
  if (cursor === undefined) return ['paid', undefined]
  const [state, place = ''] = cursor.split('.')
  return [state === 'completed' ? 'completed' : 'paid', place === '' ? undefined : place]
}
