import { utf8Length } from '@pay/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, paymentBody } from './payment-body.ts'

test('one article is named, more are counted', () => {
  expect(paymentBody(['青瓷杯'])).toBe('青瓷杯')
  expect(paymentBody(['青瓷杯', '明信片', '龙井'])).toBe('青瓷杯 等3件商品')
})

test('a long name is cut between characters as a person sees them', () => {
  expect(paymentBody(['长'.repeat(60)])).toBe(`${'长'.repeat(41)}…`)
  // A family of four is one character of 25 bytes: all of it or none.
  expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 40)).toBe('👨‍👩‍👧‍👦…')
})

test('whatever the titles, WeChat takes it: 127 bytes at most, no half characters, no line breaks', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { minLength: 1, maxLength: 4 }), (titles) => {
      const body = paymentBody(titles)
      expect(utf8Length(body)).toBeLessThanOrEqual(127)
      expect(body).not.toMatch(/[\n\r\u2028]/)
      expect(Buffer.from(body, 'utf8').toString('utf8')).toBe(body)
    }),
  )
})
