import type { OrderView } from '@pay/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderOf, paid, paymentRequest } from '../testing/order-of.ts'
import { flowOutcome } from './flow-outcome.ts'
import type { FlowEffect, FlowEvent, FlowState, Following } from './flow-state.ts'
import { nextFlow, pausesMs } from './next-flow.ts'

const views: readonly OrderView[] = [
  orderOf({ nowMs: 1 }),
  orderOf({ nowMs: 5 }),
  orderOf({ state: 'closing', nowMs: 6 }),
  orderOf({ state: 'closed', closeReason: 'cancelled', nowMs: 7 }),
  paid(8),
]
const view = fc.constantFrom(...views)

/** Anything a page, a phone, a cashier or a network can do, in any order, as often as it likes. */
const event: fc.Arbitrary<FlowEvent> = fc.oneof(
  fc.constantFrom<FlowEvent>(
    { kind: 'submit' },
    { kind: 'payAgain' },
    { kind: 'askNow' },
    { kind: 'shown' },
    { kind: 'hidden' },
    { kind: 'timePassed' },
    { kind: 'notAnswered' },
    { kind: 'notAnswered', missing: true },
    { kind: 'refused', error: { code: 'NO_ANSWER', detail: '' } },
    { kind: 'payRefused', error: { code: 'NOT_NOW' } },
  ),
  fc.constantFrom('ok', 'cancel', 'fail', 'gone').map((word) => ({ kind: 'cashierShut', word }) as const),
  fc.record({ kind: fc.constant('answered' as const), order: view }),
  fc.record(
    {
      kind: fc.constantFrom('placed' as const, 'payOpened' as const),
      order: view,
      payment: fc.constant(paymentRequest),
    },
    { requiredKeys: ['kind', 'order'] },
  ),
)

/** Half of the stories begin with an order: chance alone seldom gets that far. */
const story: fc.Arbitrary<readonly FlowEvent[]> = fc
  .tuple(
    fc.constantFrom<readonly FlowEvent[]>(
      [],
      [{ kind: 'submit' }, { kind: 'placed', order: orderOf(), payment: paymentRequest }],
    ),
    fc.array(event, { maxLength: 40, size: 'max' }),
  )
  .map(([begin, rest]) => [...begin, ...rest])

/** Plays events and hands every step to `look`. */
const play = (
  events: readonly FlowEvent[],
  look: (step: { before: FlowState; event: FlowEvent; after: FlowState; effects: readonly FlowEffect[] }) => void,
) => {
  let state: FlowState = { step: 'idle' }
  for (const one of events) {
    const [after, ...effects] = nextFlow(state, one)
    look({ before: state, event: one, after, effects })
    state = after
  }
}

const laws = (look: () => Parameters<typeof play>[1]) =>
  fc.assert(
    fc.property(story, (events) => play(events, look())),
    { numRuns: 2_000 },
  )

test('law: paid is never said unless the server has said so', () => {
  laws(() => {
    let serverSaid = false
    return ({ before, event, after }) => {
      if ('order' in event && event.order.state === 'paid') serverSaid = true
      if (flowOutcome(after) === 'paid') expect(serverSaid).toBe(true)
      // And once said it stays said: older answers and words of the cashier do not take it back.
      if (flowOutcome(before) === 'paid') expect(flowOutcome(after)).toBe('paid')
    }
  })
})

test('law: while a placing is unanswered there is no second, and after the order is known there is none at all', () => {
  laws(() => {
    let open = 0
    let known = false
    return ({ before, event, after, effects }) => {
      if (before.step === 'placing' && (event.kind === 'placed' || event.kind === 'refused')) open = 0
      open += effects.filter(({ kind }) => kind === 'place').length
      expect(open).toBeLessThanOrEqual(1)
      if (known) expect(effects.some(({ kind }) => kind === 'place')).toBe(false)
      known ||= after.step === 'following'
    }
  })
})

test('law: the cashier is only opened by an answer of the server, one at a time', () => {
  laws(() => ({ before, event, effects }) => {
    const opens = effects.filter(({ kind }) => kind === 'openCashier').length
    expect(opens).toBeLessThanOrEqual(1)
    if (opens > 0) expect(['placed', 'payOpened']).toContain(event.kind)
    if (effects.some(({ kind }) => kind === 'pay') && before.step === 'following') expect(before.cashier).toBe('shut')
  })
})

test('law: a hidden page neither asks nor waits', () => {
  laws(() => ({ after, effects }) => {
    if (after.step !== 'following' || after.visible) return
    expect(after.poll).toBeUndefined()
    expect(effects.some(({ kind }) => kind === 'ask' || kind === 'wait')).toBe(false)
  })
})

test('law: left alone with a server that answers, the asking ends within 20 seconds', () => {
  fc.assert(
    fc.property(story, (events) => {
      let state: FlowState = { step: 'idle' }
      for (const one of events) [state] = nextFlow(state, one)
      let waitedMs = 0
      for (let turn = 0; turn < 20 && poll(state) !== undefined; turn++) {
        const answer: FlowEvent =
          poll(state)?.phase === 'asking' ? { kind: 'answered', order: orderOf({ nowMs: 9 }) } : { kind: 'timePassed' }
        const [after, ...effects] = nextFlow(state, answer)
        for (const effect of effects) if (effect.kind === 'wait') waitedMs += effect.ms
        state = after
      }
      expect(poll(state)).toBeUndefined()
      expect(waitedMs).toBeLessThanOrEqual(pausesMs.reduce<number>((sum, ms) => sum + ms, 0))
    }),
  )
})

const poll = (state: FlowState): Following['poll'] => (state.step === 'following' ? state.poll : undefined)
