import { describe, expect, it } from 'vitest'
import type { ShippingRecord } from './shipping-record.ts'
import { type PaidTrade, uploadShipping } from './upload-shipping.ts'

const day = 24 * 3600_000
const trade: PaidTrade = { transactionId: '42', openid: 'li', refunded: false }
const parcel = { tracking_no: 'N1', express_company: 'ZTO', item_desc: '茶*1' }
const input = {
  logistics_type: 1,
  delivery_mode: 1,
  shipping_list: [parcel],
  upload_time: '2026-11-21T16:00:00.000+08:00',
  payer: { openid: 'li' },
}
const later = { ...input, upload_time: '2026-11-21T16:00:01.000+08:00' }
const latest = { ...input, upload_time: '2026-11-21T16:00:02.000+08:00' }
const ship = (given: object = input, before?: ShippingRecord, nowMs = 0) =>
  uploadShipping(trade, before, given as never, nowMs)
const shipped = (given: object = input, before?: ShippingRecord) => {
  const result = ship(given, before)
  if ('errcode' in result) throw new Error(result.errmsg)
  return result
}

describe('an upload of shipping info', () => {
  it.each([
    ['an unknown payment', () => uploadShipping(undefined, undefined, input, 0), 10060001],
    ['another payer', () => ship({ ...input, payer: { openid: 'bo' } }), 10060031],
    ['a refunded payment', () => uploadShipping({ ...trade, refunded: true }, undefined, input, 0), 10060004],
    ['an unknown kind of delivery', () => ship({ ...input, logistics_type: 5 }), 10060005],
    [
      'split delivery without a carrier',
      () => ship({ ...input, logistics_type: 2, delivery_mode: 2, is_all_delivered: true }),
      10060006,
    ],
    ['split delivery that does not say whether it ends', () => ship({ ...input, delivery_mode: 2 }), 10060007],
    ['no description', () => ship({ ...input, shipping_list: [{ ...parcel, item_desc: '' }] }), 10060008],
    [
      'a description of 121 characters',
      () => ship({ ...input, shipping_list: [{ ...parcel, item_desc: '茶'.repeat(121) }] }),
      10060009,
    ],
    ['a carrier without a number', () => ship({ ...input, shipping_list: [{ item_desc: '茶' }] }), 10060014],
    ['SF without a contact', () => ship({ ...input, shipping_list: [{ ...parcel, express_company: 'SF' }] }), 10060014],
    [
      'sixteen parcels',
      () => ship({ ...input, delivery_mode: 2, is_all_delivered: true, shipping_list: Array(16).fill(parcel) }),
      10060014,
    ],
    ['a time without zone', () => ship({ ...input, upload_time: '2026-11-21T16:00:00' }), 268485216],
    ['a time that is not later', () => ship(input, shipped()), 10060023],
    ['a third shipping', () => ship(latest, shipped(later, shipped())), 10060003],
    ['what the user has confirmed by waiting', () => ship(later, shipped(), 10 * day), 10060004],
  ])('refuses %s', (_name, act, errcode) => {
    expect(act()).toMatchObject({ errcode })
  })

  it('needs no number where a runner carries it', () => {
    expect(ship({ ...input, logistics_type: 2, shipping_list: [{ item_desc: '奶茶' }] })).toMatchObject({
      finished: true,
    })
  })

  it('adds up the parcels of a split delivery, which uses no second chance', () => {
    const split = { ...input, delivery_mode: 2, is_all_delivered: false }
    const first = shipped(split)
    expect(first).toMatchObject({ finished: false, reshipped: false })
    const last = {
      ...split,
      is_all_delivered: true,
      upload_time: later.upload_time,
      shipping_list: [{ ...parcel, tracking_no: 'N2' }],
    }
    expect(shipped(last, first)).toMatchObject({
      finished: true,
      reshipped: false,
      parcels: [{ tracking_no: 'N1' }, { tracking_no: 'N2' }],
    })
  })
})
