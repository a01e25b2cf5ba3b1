import { expect, test } from 'vitest'
import { countdown } from './countdown.ts'
import { moment, timeOfDay } from './moment.ts'
import { yuan } from './yuan.ts'

test('money is written to the fen', () => {
  expect([0, 7, 1990, 100_000].map(yuan)).toEqual(['0.00', '0.07', '19.90', '1000.00'])
})

test('a countdown ends at zero and rounds the last second up', () => {
  expect([1_745_000, 3_605_000, 1, 0, -5_000].map(countdown)).toEqual(['29:05', '01:00:05', '00:01', '00:00', '00:00'])
})

test('times are those of Beijing, on whatever phone', () => {
  expect(moment(Date.UTC(2026, 10, 21, 23, 30))).toBe('2026-11-22 07:30')
  expect(timeOfDay(Date.UTC(2026, 10, 21, 9, 5))).toBe('17:05')
})
