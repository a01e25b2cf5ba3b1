import { type OpenId, orderContract, shopContract } from '@pay/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCall } from '../parse-call.ts'

const openid = 'oBuyer00000000000000000000aa' as OpenId

describe('what a client may send', () => {
  const refused = (event: unknown) => {
    const parsed = parseCall(shopContract, event)
    return parsed.ok ? 'taken' : parsed.refusal.path
  }
  const good = {
    requestId: 'request-000000000001',
    lines: [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }],
  }
  const place = (input: unknown) => refused({ action: 'placeOrder', input })

  test('is taken when it fits', () => expect(place(good)).toBe('taken'))

  test.each([
    ['an operator for a number', { ...good, requestId: { $gt: '' } }, 'requestId'],
    ['an operator for a list', { ...good, lines: { $in: [] } }, 'lines'],
    ['a price of its own', { ...good, totalFen: 1 }, 'totalFen'],
    ['an openid of its own', { ...good, openid }, 'openid'],
    ['a state of its own', { ...good, state: 'paid' }, 'state'],
    ['half a piece', { ...good, lines: [{ ...good.lines[0], quantity: 0.5 }] }, 'lines.0.quantity'],
    ['no number', { ...good, lines: [{ ...good.lines[0], quantity: Number.NaN }] }, 'lines.0.quantity'],
    ['a text for a number', { ...good, lines: [{ ...good.lines[0], quantity: '1' }] }, 'lines.0.quantity'],
    ['half a character', { ...good, remark: '\ud83d' }, 'remark'],
    ['too much text', { ...good, remark: '长'.repeat(101) }, 'remark'],
  ])('is refused by name: %s', (_, input, path) => expect(place(input)).toBe(path))

  test('is refused: an action that is not one, a body that is none, and one that is too large', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '', 'PLACEORDER', 7, null, { $ne: '' }])
      expect(refused({ action: name, input: good })).toBe('action')
    for (const event of [null, [], 'text', 7]) expect(refused(event)).toBe('')
    expect(place({ ...good, remark: 'x'.repeat(70_000) })).toBe('')
    const cycle: Record<string, unknown> = { action: 'placeOrder' }
    cycle.input = cycle
    expect(refused(cycle)).toBe('')
  })

  test('is refused: keys that would reach a prototype', () => {
    const event = JSON.parse('{"action":"get","input":{"orderNo":"00000000000000000000000000","__proto__":{"x":1}}}')
    expect(parseCall(orderContract, event)).toMatchObject({ ok: false })
  })

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (input) => {
          for (const name of Object.keys(shopContract.actions)) parseCall(shopContract, { action: name, input })
          parseCall(shopContract, input)
        },
      ),
    )
  })
})
