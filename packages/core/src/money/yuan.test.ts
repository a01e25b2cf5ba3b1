import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, maxFen } from './fen.ts'
import { mostYuanFen, parseYuan } from './parse-yuan.ts'
import { printYuan } from './print-yuan.ts'

describe('yuan as text', () => {
  it.each([
    ['19.9', 1990],
    ['0.07', 7],
    ['0.29', 29],
    ['2.01', 201],
    ['0', 0],
    ['0.0', 0],
    ['0.00', 0],
    ['10', 1000],
    ['9999999.99', 999_999_999],
  ])('reads %s exactly', (text, amount) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: amount })
  })

  it.each([
    ['1e3', 'form'],
    ['１９', 'form'],
    [' 1', 'form'],
    ['1 ', 'form'],
    ['1\n', 'form'],
    ['', 'form'],
    ['.', 'form'],
    ['.5', 'form'],
    ['5.', 'form'],
    ['007', 'form'],
    ['00', 'form'],
    ['+1', 'form'],
    ['--1', 'form'],
    ['1,000', 'form'],
    ['1.2.3', 'form'],
    ['¥1', 'form'],
    ['0x10', 'form'],
    ['NaN', 'form'],
    ['Infinity', 'form'],
    ['-1', 'negative'],
    ['-0', 'negative'],
    ['-1.005', 'negative'],
    ['1.005', 'tooPrecise'],
    ['1.000', 'tooPrecise'],
    ['10000000', 'tooLarge'],
    ['10000000.00', 'tooLarge'],
    ['99999999999999999999', 'tooLarge'],
  ])('refuses %j: %s', (text, why) => {
    expect(parseYuan(text)).toEqual({ ok: false, refusal: { code: 'NOT_AN_AMOUNT', why } })
  })

  it('prints two decimals, always', () => {
    expect([0, 7, 10, 99, 100, 1990, maxFen].map((amount) => printYuan(fen(amount)))).toEqual([
      '0.00',
      '0.07',
      '0.10',
      '0.99',
      '1.00',
      '19.90',
      '999999999.99',
    ])
  })

  it('reads back every price from 0.00 to 10,000.00, one million and one of them', () => {
    for (let price = 0; price <= 1_000_000; price++) {
      const text = printYuan(fen(price))
      const read = parseYuan(text)
      if (!read.ok || read.value !== price) expect.fail(`${price} fen is printed as ${text} and not read back`)
      const whole = Math.floor(price / 100)
      if (text !== `${whole}.${Math.floor((price % 100) / 10)}${price % 10}`)
        expect.fail(`${price} is printed as ${text}`)
    }
  })

  it('reads back every price up to 9,999,999.99', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostYuanFen }), (price) => {
        expect(parseYuan(printYuan(fen(price)))).toEqual({ ok: true, value: price })
      }),
      { numRuns: 10_000 },
    )
  })

  it('answers any text at all, and what it takes it means', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?[0-9]{0,9}\.?[0-9]{0,3}$/)), (text) => {
        const read = parseYuan(text)
        if (read.ok) expect(Math.abs(read.value / 100 - Number(text))).toBeLessThan(0.001)
      }),
    )
  })
})
