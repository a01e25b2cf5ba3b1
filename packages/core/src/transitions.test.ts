import { describe, expect, it } from 'vitest'
import * as core from './index.ts'
import type { TransitionTable } from './order/transitions.ts'

/** Every table of core, with the states in which it may rest for good. A table that is not here fails the first test. */
const tables = {
  orderTransitions: { next: core.nextOrderState, final: ['refunded'] },
  paymentTransitions: { next: core.nextPaymentState, final: ['paid'] },
  refundTransitions: { next: core.nextRefundState, final: ['settled', 'closed'] },
  shopFulfilmentTransitions: { next: core.nextShopFulfilment, final: ['revoked'] },
  afterSaleTransitions: { next: core.nextAfterSaleState, final: ['refunded', 'refused', 'withdrawn'] },
  errandTaskTransitions: { next: core.nextErrandTask, final: ['notTaken', 'revoked'] },
  extraTransitions: { next: core.nextExtra, final: ['credited', 'returned'] },
  runnerAuditTransitions: { next: core.nextRunnerAudit, final: ['barred'] },
  payoutTransitions: { next: core.nextPayoutState, final: ['paid', 'refused'] },
  tipTransitions: { next: core.nextTipProgress, final: ['takenBack'] },
} as const

type Next = (from: string, move: string) => string | undefined
const tableOf = (name: string) => (core as unknown as Record<string, TransitionTable>)[name] as TransitionTable
const movesOf = (table: TransitionTable) => new Set(Object.values(table).flatMap((row) => Object.keys(row)))

const reach = (table: TransitionTable, from: string): ReadonlySet<string> => {
  const seen = new Set([from])
  for (const state of seen) for (const to of Object.values(table[state] ?? {})) seen.add(to)
  return seen
}

describe('the tables', () => {
  it('are all walked here', () => {
    const exported = Object.keys(core).filter((name) => name.endsWith('Transitions'))
    expect(Object.keys(tables).sort()).toEqual(exported.sort())
  })

  describe.each(Object.entries(tables))('%s', (name, { next, final }) => {
    const table = tableOf(name)
    const states = Object.keys(table)

    it('reaches every state from its first one', () => {
      expect([...reach(table, states[0] as string)].sort()).toEqual([...states].sort())
    })

    it('rests only where it may, and from everywhere else there is a way there', () => {
      expect(states.filter((state) => Object.keys(table[state] ?? {}).length === 0).sort()).toEqual([...final].sort())
      for (const state of states)
        expect(
          [...reach(table, state)].filter((one) => (final as readonly string[]).includes(one)).length,
          state,
        ).toBeGreaterThan(0)
    })

    it('takes every declared move and no other', () => {
      for (const state of states)
        for (const move of movesOf(table))
          expect((next as unknown as Next)(state, move), `${state} ${move}`).toBe(table[state]?.[move])
    })
  })
})
