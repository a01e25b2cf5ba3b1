import type { FlowOutcome } from '@pay/client'
import { fen, type OrderView } from '@pay/core'
import { expect, test } from 'vitest'
import { sayResult } from './say-result.ts'

const outcomes: readonly FlowOutcome[] = [
  'idle',
  'placing',
  'refused',
  'cashier',
  'confirming',
  'paid',
  'notPaid',
  'closing',
  'closed',
  'refunding',
  'refunded',
  'unknown',
]

const order = {
  state: 'unpaid',
  refunds: [],
  totalFen: fen(1990),
  actions: ['pay', 'cancel'],
  payUntilMs: Date.UTC(2026, 10, 21, 9, 30),
} as unknown as OrderView

test('only a payment that the server confirmed is called successful', () => {
  for (const outcome of outcomes) {
    const { title, mark } = sayResult(outcome, order)
    expect(title.includes('成功')).toBe(outcome === 'paid')
    expect(mark === 'good').toBe(outcome === 'paid')
  }
})

test('an order that is not paid yet says until when it is kept', () => {
  expect(sayResult('notPaid', order).note).toContain('17:30')
})

test('an order past its time does not ask for money', () => {
  expect(sayResult('notPaid', { ...order, actions: [] }).title).toBe('已过付款时间')
})

test('nothing that is unsure tells anybody to pay again', () => {
  for (const outcome of ['confirming', 'unknown', 'closing'] as const)
    expect(sayResult(outcome, order).note).toMatch(/不要(重复|再)付款/)
})
