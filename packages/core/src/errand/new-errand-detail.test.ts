import { expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { newErrandDetail } from './new-errand-detail.ts'
import { detailOf, here, placed, there } from './testing.ts'

const { price } = detailOf(placed())
const quote = { distanceM: 6_500, price, commissionBp: 1_500, expiresAtMs: 1 }
const asked = {
  kind: 'do',
  to: there,
  weightKg: 2,
  declaredFen: fen(1),
  tipFen: fen(0),
  goodsFen: fen(0),
  what: '排队',
  pictures: ['cloud://a'],
} as const
const plain = {
  vertical: 'errand',
  kind: 'do',
  what: '排队',
  pictures: ['cloud://a'],
  to: there,
  weightKg: 2,
  declaredFen: 1,
  distanceM: 6_500,
  price,
  commissionBp: 1_500,
  codes: { delivery: '2136' },
  task: 'none',
  takes: 0,
  extras: [],
}
const secret = '0000123400005678'

it('a task is written down with what was asked, and no field for what was not', () => {
  expect(newErrandDetail(asked, quote, secret)).toStrictEqual(plain)
  expect(newErrandDetail({ ...asked, from: here, wantedAtMs: 5 }, quote, secret)).toStrictEqual({
    ...plain,
    from: here,
    wantedAtMs: 5,
  })
})

it.each(['fetch', 'send'] as const)('what is handed over where it begins has a code there, too (%s)', (kind) => {
  expect(newErrandDetail({ ...asked, kind }, quote, secret).codes).toStrictEqual({ pickup: '4660', delivery: '2136' })
})

it('codes are four digits, and are not made of anything', () => {
  expect(newErrandDetail(asked, quote, '00000000000000ff').codes.delivery).toBe('0255')
  expect(() => newErrandDetail(asked, quote, 'zz')).toThrow('the codes need 16 hexadecimal characters')
})
