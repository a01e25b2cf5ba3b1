import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { isRefundKey } from '../refund/out-refund-no.ts'
import { ownerContract, ownerRefundKey } from './owner-contract.ts'

const orderNo = '0123456789ABCDEFGHJKMNPQRS'
const parse = (action: keyof typeof ownerContract.actions, input: unknown) =>
  v.safeParse(ownerContract.actions[action].input, input)

describe('the function owner', () => {
  it('is asked about orders, their money and their books', () => {
    expect(ownerContract.name).toBe('owner')
    for (const action of ['getOrder', 'orderEntries'] as const) {
      expect(parse(action, { orderNo }).success).toBe(true)
      expect(parse(action, {}).success).toBe(false)
    }
    expect(parse('listOrders', {}).success).toBe(true)
    expect(parse('listOrders', { state: 'paid', cursor: 'abc' }).success).toBe(true)
    expect(parse('listOrders', { state: 'open' }).issues?.[0]?.message).toBe('takes an order state')
  })

  it('gives money back under a key that no rule uses', () => {
    expect(parse('refund', { orderNo, key: 'a', amountFen: 1 }).success).toBe(true)
    expect(parse('refund', { orderNo, key: 'a', amountFen: 0 }).success).toBe(false)
    for (const key of ['', 'x'.repeat(19), 'as-1', ' a', 'a '])
      expect(parse('refund', { orderNo, key, amountFen: 1 }).issues?.[0]?.message).toBe(
        'takes 1 to 18 letters and digits',
      )
    expect(ownerRefundKey('a')).toBe('o-a')
    expect(isRefundKey(ownerRefundKey('x'.repeat(18)))).toBe(true)
  })

  it('settles what did not fit, with a note', () => {
    expect(parse('listIncidents', {}).success).toBe(true)
    expect(parse('listIncidents', { cursor: 'abc' }).success).toBe(true)
    const key = 'missingHere:pay:0123456789ABCDEFGHJKMNPQRS-1'
    expect(parse('resolveIncident', { key, note: '已核对' }).success).toBe(true)
    expect(parse('resolveIncident', { key, note: ' ' }).success).toBe(false)
    for (const bad of ['', 'x'.repeat(161), 'a b', `${key}\n`])
      expect(parse('resolveIncident', { key: bad, note: 'x' }).issues?.[0]?.message).toBe(
        'takes the key of an incident',
      )
    expect(parse('resolveIncident', { key: 'x'.repeat(160), note: 'x' }).success).toBe(true)
  })
})
