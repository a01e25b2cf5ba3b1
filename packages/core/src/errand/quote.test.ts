import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenId } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import { err, ok } from '../result.ts'
import { cellOf, cellsAround, coarseArea, coarsePoint } from './coarse.ts'
import { newErrandDetail } from './new-errand-detail.ts'
import { type ErrandTerms, priceErrand } from './price-errand.ts'
import { acceptQuote, quoteText } from './quote.ts'
import { straightLineM } from './straight-line.ts'
import { tariff } from './tariff.ts'
import { here, noon, terms, there } from './testing.ts'

const priceAt = (distanceM: number, more: Partial<ErrandTerms> = {}, nowMs = noon) =>
  priceErrand(terms(more.kind ?? 'send', more), distanceM, tariff, nowMs)
const feeOf = (distanceM: number, more: Partial<ErrandTerms> = {}, nowMs = noon) => {
  const price = priceAt(distanceM, more, nowMs)
  if (!price.ok) throw new Error(price.refusal.code)
  return price.value.feeFen
}

describe('the price of an errand', () => {
  it('grows with each begun kilometre, band by band', () => {
    expect([0, 2000, 2001, 3000, 5000, 5001, 20_000].map((metres) => feeOf(metres))).toEqual([
      600, 600, 750, 750, 1050, 1250, 4050,
    ])
    expect(priceAt(20_001)).toEqual(err({ code: 'TOO_FAR', mostKm: 20, distanceM: 20_001 }))
  })

  it('grows with each kilogram over 5, and over 20 it is too heavy', () => {
    expect([0, 5, 6, 10, 11, 20].map((weightKg) => feeOf(0, { weightKg }))).toEqual([600, 600, 700, 1100, 1300, 3100])
    expect(priceAt(0, { weightKg: 21 })).toEqual(err({ code: 'TOO_HEAVY', mostKg: 20 }))
  })

  it('depends on the hour in Beijing at which it is wanted', () => {
    const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 21, hour - 8, minute)
    const fees = [10.99, 11, 12.99, 13, 21.99, 22, 24, 29.99, 30].map((hour) =>
      feeOf(0, {}, at(Math.floor(hour), (hour % 1) * 60)),
    )
    expect(fees).toEqual([600, 700, 700, 600, 600, 1000, 1000, 1000, 600])
    expect(feeOf(0, { wantedAtMs: at(23) }, at(15))).toBe(1000)
  })

  it('has a part for care with valuable things, and some are too valuable', () => {
    expect([20_000, 20_001, 100_000, 300_000].map((value) => feeOf(0, { declaredFen: fen(value) }))).toEqual([
      600, 800, 800, 1200,
    ])
    expect(priceAt(0, { declaredFen: fen(300_001) })).toEqual(err({ code: 'TOO_VALUABLE', mostFen: 300_000 }))
  })

  it('refuses what makes no sense', () => {
    const { from: _, ...nowhere } = terms('fetch')
    expect(priceErrand(nowhere, 0, tariff, noon)).toEqual(err({ code: 'PLACE_MISSING' }))
    expect(priceErrand({ ...nowhere, kind: 'do' }, 0, tariff, noon).ok).toBe(true)
    expect(priceAt(0, { tipFen: fen(20_001) })).toEqual(err({ code: 'TIP_TOO_HIGH', mostFen: 20_000 }))
    expect(priceAt(0, { goodsFen: fen(1) })).toEqual(err({ code: 'GOODS_OUT_OF_RANGE', leastFen: 0, mostFen: 0 }))
    const buying = { code: 'GOODS_OUT_OF_RANGE', leastFen: 1, mostFen: 100_000 } as const
    expect(priceAt(0, { kind: 'buy', goodsFen: fen(0) })).toEqual(err(buying))
    expect(priceAt(0, { kind: 'buy', goodsFen: fen(100_001) })).toEqual(err(buying))
    const [fromMs, untilMs] = [noon - 10 * 60_000, noon + 3 * 24 * 3_600_000]
    for (const wantedAtMs of [fromMs - 1, untilMs + 1])
      expect(priceAt(0, { wantedAtMs })).toEqual(err({ code: 'WANTED_OUT_OF_RANGE', fromMs, untilMs }))
    for (const wantedAtMs of [fromMs, untilMs]) expect(priceAt(0, { wantedAtMs }).ok).toBe(true)
  })

  it('is the sum of its parts, and never less for more', () => {
    const asked = fc.record({
      metres: fc.integer({ min: 0, max: 19_000 }),
      more: fc.integer({ min: 0, max: 1_000 }),
      weightKg: fc.integer({ min: 0, max: 19 }),
      tip: fc.integer({ min: 0, max: 20_000 }),
      goods: fc.integer({ min: 1, max: 100_000 }),
    })
    fc.assert(
      fc.property(asked, ({ metres, more, weightKg, tip, goods }) => {
        const wish = { kind: 'buy', weightKg, tipFen: fen(tip), goodsFen: fen(goods) } as const
        const price = priceAt(metres, wish)
        if (!price.ok) throw new Error(price.refusal.code)
        const { baseFen, distanceFen, weightFen, slotFen, valueFen, feeFen, totalFen } = price.value
        expect(feeFen).toBe(baseFen + distanceFen + weightFen + slotFen + valueFen)
        expect(totalFen).toBe(feeFen + tip + goods)
        expect(feeOf(metres + more, wish)).toBeGreaterThanOrEqual(feeFen)
        expect(feeOf(metres, { ...wish, weightKg: weightKg + 1 })).toBeGreaterThanOrEqual(feeFen)
      }),
    )
  })
})

describe('a quote', () => {
  const price = priceAt(6_500)
  if (!price.ok) throw new Error(price.refusal.code)
  const quote = { distanceM: 6_500, price: price.value, commissionBp: 1_500, expiresAtMs: noon + 1 }
  const buyer = 'o-buyer' as OpenId

  it('is good until it expires, if it is ours', () => {
    expect(acceptQuote(quote, true, noon)).toEqual(ok(quote))
    expect(acceptQuote(quote, true, noon + 1)).toEqual(err({ code: 'QUOTE_EXPIRED', expiresAtMs: noon + 1 }))
    expect(acceptQuote(quote, false, noon)).toEqual(err({ code: 'QUOTE_NOT_OURS' }))
  })

  it('says in its text every single thing that it depends on', () => {
    const asked = terms('buy', { wantedAtMs: noon })
    const text = quoteText(buyer, asked, quote)
    const others = [
      quoteText('o-other' as OpenId, asked, quote),
      ...Object.keys(asked).map((key) => quoteText(buyer, { ...asked, [key]: changed(asked[key as 'kind']) }, quote)),
      ...Object.keys(quote).map((key) => quoteText(buyer, asked, { ...quote, [key]: changed(quote[key as 'price']) })),
      ...Object.keys(quote.price).map((key) => {
        const other = { ...quote.price, [key]: changed(quote.price[key as 'feeFen']) }
        return quoteText(buyer, asked, { ...quote, price: other })
      }),
    ]
    expect(new Set([text, ...others]).size).toBe(others.length + 1)
    expect(quoteText(buyer, { ...asked }, { ...quote })).toBe(text)
  })

  const changed = (value: unknown): unknown => {
    if (typeof value === 'number') return value + 1
    if (typeof value === 'string') return `${value}!`
    return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, changed(part)]))
  }
})

describe('the codes of a task', () => {
  const of = (secret: string, kind: 'send' | 'buy' = 'send') => {
    const price = priceAt(0, { kind, goodsFen: fen(kind === 'buy' ? 1 : 0) })
    if (!price.ok) throw new Error(price.refusal.code)
    const quote = { distanceM: 0, price: price.value, commissionBp: 0, expiresAtMs: 0 }
    return newErrandDetail({ ...terms(kind), from: here, to: there, what: '', pictures: [] }, quote, secret).codes
  }

  it('are two of 4 digits, leading zeros kept, out of what nobody can foresee', () => {
    expect(of('0000000100000fff')).toEqual({ pickup: '0001', delivery: '4095' })
    expect(of('0000000100000fff', 'buy')).toEqual({ delivery: '4095' })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 }), (secret) => {
        const { pickup, delivery } = of(secret.join(''))
        for (const code of [pickup, delivery]) expect(code).toMatch(/^[0-9]{4}$/)
      }),
    )
    expect(() => of('')).toThrow(RangeError)
  })
})

describe('what strangers may know of a place', () => {
  it('is its district, or its town, and no more', () => {
    for (const [address, area] of [
      ['浙江省杭州市西湖区文三路90号', '西湖区'],
      ['北京市朝阳区建国路1号', '朝阳区'],
      ['上海市浦东新区世纪大道', '浦东新区'],
      ['广西壮族自治区桂林市阳朔县西街', '阳朔县'],
      ['内蒙古自治区呼伦贝尔市鄂温克族自治旗', '鄂温克族自治旗'],
      ['浙江省义乌市幸福小区3栋', '义乌市'],
      ['江苏省无锡市县前街1号', '无锡市'],
      ['湖南省湘西土家族苗族自治州凤凰县沱江镇', '凤凰县'],
      ['幸福小区3栋', ''],
      ['文三路90号', ''],
      ['', ''],
    ])
      expect(coarseArea(address as string), address).toBe(area)
  })

  it('is a point that many share: two doors of the same square cannot be told apart', () => {
    const point = fc.record({
      lat: fc.double({ min: 18, max: 53, noNaN: true }),
      lng: fc.double({ min: 73, max: 135, noNaN: true }),
    })
    fc.assert(
      fc.property(point, (door) => {
        const shown = coarsePoint(door)
        expect(straightLineM(door, shown)).toBeLessThan(450)
        expect(coarsePoint(shown)).toEqual(shown)
        expect(cellsAround(door)).toContain(cellOf(door))
        expect(new Set(cellsAround(door)).size).toBe(9)
        // Whoever is 5 km away finds it.
        for (const [lat, lng] of [
          [0.045, 0],
          [-0.045, 0],
          [0, 0.05],
          [0, -0.05],
        ] as const)
          expect(cellsAround({ lat: door.lat + lat, lng: door.lng + lng })).toContain(cellOf(door))
      }),
    )
  })

  it('is measured as the crow flies', () => {
    // 1° of latitude on this sphere is 111.2 km; Beijing to Shanghai is 1,067 km.
    expect(straightLineM({ lat: 30, lng: 120 }, { lat: 31, lng: 120 })).toBe(111_195)
    expect(straightLineM({ lat: 39.9042, lng: 116.4074 }, { lat: 31.2304, lng: 121.4737 })).toBeGreaterThan(1_065_000)
    expect(straightLineM({ lat: 39.9042, lng: 116.4074 }, { lat: 31.2304, lng: 121.4737 })).toBeLessThan(1_069_000)
    expect(straightLineM(here, here)).toBe(0)
    expect(straightLineM(here, there)).toBe(straightLineM(there, here))
    expect(straightLineM({ lat: 90, lng: 0 }, { lat: -90, lng: 0 })).toBeGreaterThan(20_000_000)
  })
})
