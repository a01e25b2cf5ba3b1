import type { OrderView } from '@pay/core'
import { yuan } from '../format/yuan.ts'
import { t } from '../text/index.ts'
import type { OrderStory, VerticalEntry } from '../vertical-entry.ts'
import { verticals } from '../verticals.ts'

export const entryOf = (order: OrderView): VerticalEntry | undefined =>
  verticals.find(({ orders }) => orders.includes(order.vertical))

export const storyOf = (order: OrderView): OrderStory | undefined => entryOf(order)?.describe(order)

/** The order's state in two or three words. */
export const stateOf = (order: OrderView): string =>
  order.state === 'paid' ? (storyOf(order)?.progress ?? t.order.states.paid) : t.order.states[order.state]

/** One sentence below it, where the state alone leaves a question; the money first. */
export const noteOf = (order: OrderView): string | undefined => refundNote(order) ?? closeNote(order)

const closeNote = ({ state, closeReason }: OrderView): string | undefined => {
  if (state === 'closing') return t.order.notes.closing
  return state === 'closed' && closeReason !== undefined ? t.order.notes[closeReason] : undefined
}

const refundNote = ({ refunds }: OrderView): string | undefined => {
  const sum = (states: readonly string[]) =>
    refunds.filter(({ state }) => states.includes(state)).reduce((total, { amountFen }) => total + amountFen, 0)
  if (refunds.some(({ state }) => state === 'abnormal')) return t.order.notes.abnormal
  const open = sum(['requested', 'accepted'])
  if (open > 0) return t.order.notes.refunding(yuan(open))
  const settled = sum(['settled'])
  return settled > 0 ? t.order.notes.refunded(yuan(settled)) : undefined
}
