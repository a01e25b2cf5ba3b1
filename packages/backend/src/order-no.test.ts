import type { OpenId, RequestId } from '@pay/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf, maskOf } from './digest.ts'
import { orderNoFor } from './order-no.ts'

const buyer = 'oBuyer00000000000000000000aa' as OpenId
const request = (name: string) => name as RequestId

test('the same request of the same buyer has the same number, anything else another', () => {
  const number = orderNoFor(buyer, request('request-000000000001'))
  expect(number).toBe(orderNoFor(buyer, request('request-000000000001')))
  expect(number).not.toBe(orderNoFor(buyer, request('request-000000000002')))
  expect(number).not.toBe(orderNoFor('oOther' as OpenId, request('request-000000000001')))
  expect(number).not.toContain('BUYER')
})

test('a number is 26 characters of 0-9A-Z without I, L, O and U, and no two requests share one', () => {
  const seen = new Map<string, string>()
  fc.assert(
    fc.property(fc.string(), fc.string(), (openid, name) => {
      const number = orderNoFor(openid as OpenId, request(name))
      expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
      const key = JSON.stringify([openid, name])
      expect(seen.get(number) ?? key).toBe(key)
      seen.set(number, key)
    }),
    { numRuns: 2_000 },
  )
})

test('a digest does not depend on the order of keys, and depends on everything else', () => {
  expect(digestOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(digestOf({ b: [{ d: 3, c: 2 }], a: 1 }))
  expect(digestOf({ a: [1, 2] })).not.toBe(digestOf({ a: [2, 1] }))
  expect(digestOf({ a: '1' })).not.toBe(digestOf({ a: 1 }))
  expect(maskOf(buyer)).toMatch(/^[0-9a-f]{8}$/)
})
