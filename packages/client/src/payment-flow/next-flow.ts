import type { OrderView } from '@pay/core'
import type { FlowEffect, FlowEvent, FlowState, Following } from './flow-state.ts'
import { isLast, newer } from './order-progress.ts'

type Step = readonly [FlowState, ...FlowEffect[]]

/** The pauses before each question to the server; about 20 s in all, then it rests until the person asks or comes back. */
export const pausesMs = [0, 1_000, 2_000, 3_000, 5_000, 8_000] as const

/**
 * The whole payment flow: the next state and what is to be done. Whatever the cashier says, the server is asked; `ok`
 * decides nothing and `fail` deletes nothing. Events that make no sense in a state change nothing.
 */
export const nextFlow = (state: FlowState, event: FlowEvent): Step => {
  if (state.step === 'following') return follow(state, event)
  if (event.kind === 'submit' && state.step !== 'placing') return [{ step: 'placing' }, { kind: 'place' }]
  if (state.step !== 'placing') return [state]
  if (event.kind === 'refused') return [{ step: 'refused', error: event.error }]
  if (event.kind === 'placed') return placed(event)
  return [state]
}

/** An order that is known already, seen from its own page. Asks at once. */
export const followOrder = (orderNo: OrderView['orderNo']): Step =>
  ask({ step: 'following', orderNo, cashier: 'shut', heard: false, visible: true }, 0)

const placed = ({ order, payment }: Extract<FlowEvent, { kind: 'placed' }>): Step => {
  const { orderNo } = order
  const state: Following = { step: 'following', orderNo, order, cashier: 'shut', heard: false, visible: true }
  // A retry after a lost answer may find the order further than we left it.
  if (!order.actions.includes('pay')) return ask(state, 0)
  if (payment === undefined)
    return [
      { ...state, cashier: 'opening' },
      { kind: 'pay', orderNo },
    ]
  return [
    { ...state, cashier: 'open' },
    { kind: 'openCashier', payment },
  ]
}

const follow = (state: Following, event: FlowEvent): Step => {
  switch (event.kind) {
    case 'payAgain':
      return payAgain(state)
    case 'payOpened':
      return payOpened(hear(state, event.order), event.payment)
    case 'payRefused':
      return ask({ ...state, cashier: 'shut', trouble: event.error, heard: false }, 0)
    case 'cashierShut':
      return ask({ ...state, cashier: 'shut', word: event.word, heard: false }, 0)
    case 'answered':
      return next(hear(state, event.order))
    case 'notAnswered':
      return event.missing === true && state.order === undefined ? [rest(state)] : next(state)
    case 'timePassed':
      return state.poll?.phase === 'waiting' ? ask(state, state.poll.round) : [state]
    case 'askNow':
      return state.cashier === 'opening' ? [state] : ask(goneWithoutWord(state), 0)
    case 'shown': {
      const seen: Following = { ...state, visible: true }
      // A page that arrives behind the open cashier, or while the server is being asked, changes nothing.
      if (state.cashier === 'opening' || (state.visible && (state.poll !== undefined || state.cashier === 'open'))) {
        return [seen]
      }
      return ask(goneWithoutWord(seen), 0)
    }
    case 'hidden':
      return [{ ...rest(state), visible: false }, { kind: 'stopWaiting' }]
    default:
      return [state]
  }
}

const payAgain = (state: Following): Step => {
  if (state.cashier !== 'shut' || state.order?.actions.includes('pay') !== true) return [state]
  const { trouble: _, ...quiet } = rest(state)
  return [{ ...quiet, cashier: 'opening' }, { kind: 'stopWaiting' }, { kind: 'pay', orderNo: state.orderNo }]
}

const payOpened = (state: Following, payment: Extract<FlowEvent, { kind: 'payOpened' }>['payment']): Step => {
  if (payment === undefined) return ask({ ...state, cashier: 'shut' }, 0)
  const { word: _, ...open } = state
  return [
    { ...open, cashier: 'open', heard: false },
    { kind: 'openCashier', payment },
  ]
}

/** Back on our page with the cashier still said to be open: it was killed, or its word was lost. */
const goneWithoutWord = (state: Following): Following =>
  state.cashier === 'open' ? { ...state, cashier: 'shut', word: 'gone', heard: false } : state

/** Starts a round of asking; a question already on its way counts as its first. */
const ask = (state: Following, round: number): Step => {
  if (!state.visible || isLast(state.order)) return [rest(state), { kind: 'stopWaiting' }]
  if (state.poll?.phase === 'asking') return [{ ...state, poll: { round, phase: 'asking' } }]
  return [
    { ...state, poll: { round, phase: 'asking' } },
    { kind: 'stopWaiting' },
    { kind: 'ask', orderNo: state.orderNo },
  ]
}

/** After an answer or its absence: wait for the next question, or rest. */
const next = (state: Following): Step => {
  if (state.poll?.phase !== 'asking') return [state]
  const round = state.poll.round + 1
  const ms = pausesMs[round]
  if (isLast(state.order) || ms === undefined || !state.visible) return [rest(state)]
  return [
    { ...state, poll: { round, phase: 'waiting' } },
    { kind: 'wait', ms },
  ]
}

const hear = (state: Following, order: OrderView): Following => ({
  ...state,
  order: newer(state.order, order),
  heard: true,
})

const rest = ({ poll: _, ...state }: Following): Following => state
