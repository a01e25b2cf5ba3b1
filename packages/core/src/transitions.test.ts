import { describe, expect, it } from 'vitest'
import * as core from './index.ts'
import type { TransitionTable } from './order/transition-table.ts'
import { nextOrderState, orderTransitions } from './order/transitions.ts'
import { nextPaymentState, paymentTransitions } from './payment/transitions.ts'
import { nextRefundState, refundTransitions } from './refund/transitions.ts'
import { errandTables } from './testing/errand/tables.ts'
import { shopTables } from './testing/shop/tables.ts'
import { tipTables } from './testing/tip/tables.ts'

/** Every table of core, one line per vertical. A table that is not here fails the first test. */
const tables = {
  orderTransitions: { table: orderTransitions, next: nextOrderState, final: ['refunded'] },
  paymentTransitions: { table: paymentTransitions, next: nextPaymentState, final: ['paid'] },
  refundTransitions: { table: refundTransitions, next: nextRefundState, final: ['settled', 'closed'] },
  ...shopTables,
  ...errandTables,
  ...tipTables,
} as const

type Next = (from: string, move: string) => string | undefined
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

  describe.each(Object.entries(tables))('%s', (_, { table: declared, next, final }) => {
    const table: TransitionTable = declared
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
