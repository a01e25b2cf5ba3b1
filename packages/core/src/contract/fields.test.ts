import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  carrierField,
  cursorField,
  fenField,
  fileIdField,
  freeTextField,
  goodsIdField,
  loginCodeField,
  neededTextField,
  openIdField,
  orderNoField,
  outTradeNoField,
  phoneField,
  picturesField,
  quantityField,
  recordIdField,
  requestIdField,
  skuIdField,
  trackingNoField,
  utf8Length,
} from './fields.ts'

const takes = (schema: v.GenericSchema, ...good: unknown[]) => {
  for (const one of good) expect(v.safeParse(schema, one).success, JSON.stringify(one)).toBe(true)
}
const refuses = (schema: v.GenericSchema, ...bad: unknown[]) => {
  for (const one of bad) expect(v.safeParse(schema, one).success, JSON.stringify(one)).toBe(false)
}
const a = (times: number) => 'a'.repeat(times)

describe('the fields of inputs', () => {
  it('take ids of their own form only', () => {
    takes(orderNoField, 'A1'.repeat(13))
    refuses(orderNoField, 'a1'.repeat(13), 'A'.repeat(25), 'A'.repeat(27), ` ${'A'.repeat(25)}`, `${'A'.repeat(26)}\n`)
    takes(requestIdField, a(16), a(64), 'AZ09-_aaaaaaaaaaa')
    refuses(requestIdField, a(15), a(65), `${a(15)}.`)
    takes(goodsIdField, 'a', a(32))
    refuses(goodsIdField, '', a(33), 'a.b', '$a')
    takes(skuIdField, 'a', a(48))
    refuses(skuIdField, '', a(49), 'a b')
    takes(openIdField, a(6), a(64), 'o_-999')
    refuses(openIdField, a(5), a(65), `${a(6)}*`)
    takes(outTradeNoField, a(6), a(32), 'Az09_-|*')
    refuses(outTradeNoField, a(5), a(33), `${a(6)}.`)
    takes(cursorField, 'a', a(128))
    refuses(cursorField, '', a(129), 'a=')
    takes(recordIdField, 'a', a(40))
    refuses(recordIdField, '', a(41), 'a/b')
    takes(trackingNoField, a(4), a(40), 'SF-1')
    refuses(trackingNoField, a(3), a(41), 'SF 1')
    takes(carrierField, 'SF', a(20), 'a_1')
    refuses(carrierField, '', a(21), 'S-F')
    takes(phoneField, '13800000000', '+8613800000000', '0571-8888888', '10086')
    refuses(phoneField, '1008', '1'.repeat(21), '138 0000 0000', '-10086', 'phone')
    takes(loginCodeField, a(8), a(128), 'A_-90000')
    refuses(loginCodeField, a(7), a(129), `${a(8)}.`)
    expect(v.parse(orderNoField, 'A1'.repeat(13))).toBe('A1'.repeat(13))
    expect(v.parse(fenField(0, 9), 7)).toBe(7)
    takes(fileIdField, 'cloud://env-1.abc/a/b.jpg')
    refuses(fileIdField, 'xcloud://a', 'https://a/b.jpg', 'cloud://', `cloud://${a(241)}`, 'cloud://a?b')
  })

  it('say what they take when they refuse', () => {
    const message = (schema: v.GenericSchema, one: unknown) => v.safeParse(schema, one).issues?.[0]?.message
    expect(message(orderNoField, 1)).toBe('takes text: an order number: 26 characters of 0-9A-Z')
    const forms = [
      [orderNoField, 'an order number: 26 characters of 0-9A-Z'],
      [requestIdField, '16 to 64 characters of 0-9A-Za-z_-'],
      [goodsIdField, '1 to 32 characters of 0-9A-Za-z_-'],
      [skuIdField, '1 to 48 characters of 0-9A-Za-z_-'],
      [openIdField, 'an openid'],
      [outTradeNoField, '6 to 32 characters of 0-9A-Za-z_-|*'],
      [cursorField, 'a cursor as the last page gave it'],
      [fileIdField, 'a file id of the cloud storage'],
      [phoneField, 'a phone number'],
      [loginCodeField, 'a code of wx.login'],
      [recordIdField, '1 to 40 characters of 0-9A-Za-z_-'],
      [trackingNoField, 'a tracking number: 4 to 40 letters and digits'],
      [carrierField, "a carrier's code"],
    ] as const
    for (const [schema, form] of forms) {
      expect(message(schema, '')).toBe(`takes ${form}`)
      expect(message(schema, 1)).toBe(`takes text: ${form}`)
    }
    expect(message(quantityField, 1.5)).toBe('takes a whole number')
    expect(message(fenField(5, 9), '5')).toBe('takes a whole number of fen')
    expect(message(fenField(5, 9), 5.5)).toBe('takes a whole number of fen')
    expect(message(freeTextField(9), 1)).toBe('takes text')
    expect(message(freeTextField(9, 2), '好')).toBe('takes 2 bytes at most')
    expect(message(freeTextField(9), '\u0000')).toBe('takes no control characters')
    expect(message(freeTextField(9), '\ud800')).toBe('takes whole characters only')
    expect(message(picturesField, ['cloud://a', 'cloud://b', 'cloud://c', 'cloud://d'])).toBe(
      'takes 3 pictures at most',
    )
    expect(message(quantityField, '1')).toBe('takes a whole number')
    expect(message(quantityField, 0)).toBe('takes 1 or more')
    expect(message(quantityField, 1000)).toBe('takes 999 at most')
    expect(message(fenField(5, 9), 4)).toBe('takes 5 fen or more')
    expect(message(fenField(5, 9), 10)).toBe('takes 9 fen at most')
    expect(message(freeTextField(1), 'ab')).toBe('takes 1 characters at most')
    expect(message(neededTextField(3), ' ')).toBe('takes text, not blanks only')
  })

  it('take whole numbers within their limits, never text that looks like one', () => {
    const wrong = [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', '1e3', null, true, {}, [1]]
    takes(quantityField, 1, 999)
    refuses(quantityField, 0, 1000, ...wrong)
    takes(fenField(0, 100), 0, 100)
    refuses(fenField(0, 100), 101, ...wrong)
  })

  it('take three pictures, or none', () => {
    expect(v.parse(picturesField, undefined)).toEqual([])
    takes(picturesField, [], ['cloud://a', 'cloud://b', 'cloud://c'])
    refuses(picturesField, ['cloud://a', 'cloud://b', 'cloud://c', 'cloud://d'], ['a'], 'cloud://a')
  })

  it('count text in characters and in bytes, and keep it whole', () => {
    takes(freeTextField(2), '', '你好', '😀😀', 'a\n', 'a\t')
    refuses(freeTextField(2), '你好吗', '😀😀😀', 'abc')
    takes(freeTextField(10, 6), '你好', 'abcdef')
    refuses(freeTextField(10, 6), '你好a', '😀😀')
    refuses(freeTextField(10), 'a\u0000', 'a\u0008', 'a\u000b', 'a\u000c', 'a\u001f', 'a\u007f', '\ud800', 'a\udc00b')
    takes(freeTextField(10), '\ud83d\ude00', '\u200b', '\u202e')
    takes(neededTextField(3), 'a', ' a ')
    refuses(neededTextField(3), '', '   ', '\n\t')
  })

  it('measure UTF-8 as an encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Length(text)).toBe(encodeURIComponent(text).replace(/%../g, 'x').length)
      }),
    )
    expect([
      utf8Length(''),
      utf8Length('\u007f'),
      utf8Length('\u0080'),
      utf8Length('\u07ff'),
      utf8Length('\u0800'),
    ]).toEqual([0, 1, 2, 2, 3])
    expect([utf8Length('\uffff'), utf8Length('\u{10000}')]).toEqual([3, 4])
  })
})
