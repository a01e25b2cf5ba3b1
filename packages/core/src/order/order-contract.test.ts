import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { orderContract, orderStates } from './order-contract.ts'
import { orderTransitions } from './transitions.ts'

const orderNo = '0123456789ABCDEFGHJKMNPQRS'
const parse = (action: keyof typeof orderContract.actions, input: unknown) =>
  v.safeParse(orderContract.actions[action].input, input)

describe('the function order', () => {
  it('is asked for one order by its number', () => {
    expect(orderContract.name).toBe('order')
    for (const action of ['get', 'refresh', 'pay', 'cancel'] as const) {
      expect(parse(action, { orderNo })).toMatchObject({ success: true, output: { orderNo } })
      expect(parse(action, {}).success).toBe(false)
    }
    expect(parse('pay', { orderNo, loginCode: '0a1b2c3d4e' }).success).toBe(true)
  })

  it('lists all orders or those in one state', () => {
    expect([...orderStates].sort()).toEqual(Object.keys(orderTransitions).sort())
    expect(parse('list', {}).success).toBe(true)
    for (const state of orderStates) expect(parse('list', { state, cursor: 'abc' }).success).toBe(true)
    expect(parse('list', { state: 'open' }).issues?.[0]?.message).toBe('takes an order state')
  })
})
