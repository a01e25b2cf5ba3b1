import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { beijingDay, beijingTime, dayStartMs, nextDay, parseBeijingTime } from './beijing-time.ts'

test('a moment is written as a clock in Beijing shows it, whatever the machine’s zone', () => {
  const ms = Date.UTC(2026, 10, 21, 16, 0, 1)
  expect(beijingTime(ms)).toBe('20261122000001')
  expect(beijingDay(ms - 2_000)).toBe('20261121')
  expect(parseBeijingTime('2026-11-22 00:00:01')).toBe(ms)
  expect(dayStartMs('20261122')).toBe(ms - 1_000)
  expect(nextDay('20261231')).toBe('20270101')
  expect(nextDay('20280228')).toBe('20280229')
})

test('what names no moment is none', () => {
  for (const text of ['', '20261322000000', '20260230000000', '20261121246060', 'now', '2026112100000'])
    expect(parseBeijingTime(text)).toBeUndefined()
})

test('every second of this century comes back', () => {
  const second = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 })
  fc.assert(
    fc.property(second, (seconds) => {
      expect(parseBeijingTime(beijingTime(seconds * 1000))).toBe(seconds * 1000)
    }),
  )
})
