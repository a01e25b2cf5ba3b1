import { describe, expect, it } from 'vitest'
import type { OutTradeNo } from '../../identity/ids.ts'
import { after, buyer, paid, placed } from '../../shop/testing.ts'
import { quiet } from '../../testing/quiet.ts'
import { decide, decideAll } from '../decide.ts'
import { keepsItsHolds } from '../decide-close.ts'
import { dueAtMs } from '../due-at.ts'
import type { Order } from '../order.ts'
import { payableForMs } from '../place-order.ts'

const outTradeNoIn = (order: Order) => order.attempts[0]?.outTradeNo as OutTradeNo
const story = (order: Order) => order.history.map(({ by, what }) => `${by} ${what}`)
const effects = (order: Order) => order.outbox.map(({ key }) => key)
const closedAtWeChat = (order: Order, nowMs = 9000) =>
  after(order, { kind: 'paymentClosed', outTradeNo: outTradeNoIn(order) }, nowMs)

describe('closing an order', () => {
  it('by its buyer gives its goods back at once, and asks WeChat to close the payment', () => {
    const closing = after(placed(), { kind: 'cancel' }, 1000)
    expect(closing).toMatchObject({ state: 'closing', closeReason: 'cancelled', attempts: [{ state: 'closing' }] })
    expect(effects(closing)).toEqual([`close:${outTradeNoIn(closing)}`, 'stock:release'])
    expect(story(closing)).toEqual(['buyer order.placed', 'buyer order.cancelled'])
    expect(after(closing, { kind: 'cancel' })).toBe(closing)
    expect(after(closing, { kind: 'unavailable' })).toBe(closing)
    const closed = closedAtWeChat(closing)
    expect(closed).toMatchObject({ state: 'closed', attempts: [{ state: 'closed' }] })
    expect(effects(closed)).toEqual(['stock:release'])
    expect(story(closed)).toEqual(['buyer order.placed', 'buyer order.cancelled', 'system order.closed'])
    expect(closed.history.at(-1)?.atMs).toBe(9000)
    expect(after(closed, { kind: 'cancel' })).toBe(closed)
  })

  it('gives its goods back once: what is released stays released', () => {
    const closing = after(placed(), { kind: 'cancel' })
    const released = after(closing, { kind: 'effectsDone', keys: ['stock:release'] })
    expect(effects(closedAtWeChat(released))).toEqual([])
  })

  it('because something is gone says so', () => {
    const closing = after(placed(), { kind: 'unavailable' })
    expect(closing).toMatchObject({ state: 'closing', closeReason: 'unavailable' })
    expect(story(closing)).toEqual(['buyer order.placed', 'system order.unavailable'])
    expect(effects(closing)).toContain('stock:release')
  })

  it('by the clock keeps its goods until WeChat has closed the payment', () => {
    expect(after(placed(), { kind: 'timePassed' }, payableForMs - 1)).toEqual(placed())
    const closing = after(placed(), { kind: 'timePassed' }, payableForMs)
    expect(closing).toMatchObject({ state: 'closing', closeReason: 'expired' })
    expect(story(closing)).toEqual(['buyer order.placed', 'system order.expired'])
    expect(effects(closing)).toEqual([`close:${outTradeNoIn(closing)}`])
    expect(effects(closedAtWeChat(closing))).toEqual(['stock:release'])
    expect([
      keepsItsHolds('expired'),
      keepsItsHolds('cancelled'),
      keepsItsHolds('unavailable'),
      keepsItsHolds(undefined),
    ]).toEqual([true, false, false, false])
  })

  it('is at once where WeChat had closed the payment before', () => {
    const unpayable = closedAtWeChat(placed(), 500)
    expect(unpayable).toMatchObject({ state: 'unpaid', attempts: [{ state: 'closed' }] })
    const closed = after(unpayable, { kind: 'cancel' })
    expect(closed.state).toBe('closed')
    expect(effects(closed)).toEqual(['stock:release'])
    const expired = after(unpayable, { kind: 'timePassed' }, payableForMs)
    expect(expired.state).toBe('closed')
    expect(effects(expired)).toEqual(['stock:release'])
  })

  it('is refused once it is paid', () => {
    expect(decide(paid(), { kind: 'cancel' }, 0)).toStrictEqual({
      ok: false,
      refusal: { code: 'NOT_NOW', state: 'paid' },
    })
  })
})

describe('events that are not this order’s', () => {
  it('are refused: another vertical’s event changes nothing', () => {
    const tip = { kind: 'tip.thank', text: '谢谢' } as never
    expect(decide(paid(), tip, 0)).toStrictEqual({ ok: false, refusal: { code: 'NOT_NOW', state: 'paid' } })
    const longer = { kind: 'shopping.confirm', by: 'buyer' } as never
    expect(decide(paid(), longer, 0)).toMatchObject({ ok: false, refusal: { code: 'NOT_NOW' } })
  })
})

describe('several events at once', () => {
  it('are one version on, with the refusals beside the order', () => {
    const order = placed()
    const ship = { kind: 'shop.ship', parcel: { carrier: 'SF', trackingNo: 'SF1', sentAtMs: 0 }, all: true } as const
    const payment = { transactionId: 't1', totalFen: order.totalFen, paidAtMs: 1 }
    const seen = { kind: 'paymentSeen', outTradeNo: outTradeNoIn(order), payer: buyer, payment } as const
    const decided = decideAll(order, [ship, seen, { kind: 'effectsDone', keys: ['stock:commit'] }, ship], 1000)
    expect(decided.refusals).toStrictEqual([{ event: ship, code: 'DELIVERY_NOT_NOW' }])
    expect(decided.order).toMatchObject({ version: 2, state: 'paid', detail: { fulfilment: 'shipped' } })
    expect(decideAll(order, [ship], 1000).order).toBe(order)
    expect(decideAll(order, [], 1000)).toStrictEqual({ order, refusals: [] })
    expect(decideAll(paid(), [{ kind: 'timePassed' }], 0).order.version).toBe(2)
  })
})

describe('when the clock looks at an order next', () => {
  it('is its deadline, an effect to run, or its vertical’s own time, whatever comes first', () => {
    expect(dueAtMs(placed())).toBe(payableForMs)
    const order = quiet(paid())
    expect(order.dueAtMs).toBe(1000)
    const idle = after(order, { kind: 'effectsDone', keys: ['stock:commit'] })
    expect('dueAtMs' in idle).toBe(false)
    expect(dueAtMs(idle)).toBeUndefined()
    const shipped = after(
      idle,
      { kind: 'shop.ship', parcel: { carrier: 'SF', trackingNo: 'SF1', sentAtMs: 0 }, all: true },
      2000,
    )
    expect(shipped.dueAtMs).toBe(2000)
    const sent = after(shipped, { kind: 'effectsDone', keys: shipped.outbox.map(({ key }) => key) })
    expect(sent.dueAtMs).toBe(2000 + 10 * 24 * 3_600_000)
    const soon = { ...placed(), outbox: [{ key: 'a', effect: {} as never, tries: 0, notBeforeMs: 7 }] }
    expect(dueAtMs(soon)).toBe(7)
    const closed = closedAtWeChat(after(placed(), { kind: 'cancel' }))
    expect(dueAtMs(after(closed, { kind: 'effectsDone', keys: ['stock:release'] }))).toBeUndefined()
    const revoked = { ...sent, state: 'refunded' as const }
    expect(dueAtMs(revoked)).toBeUndefined()
    expect(after(revoked, { kind: 'timePassed' }, Number.MAX_SAFE_INTEGER)).toBe(revoked)
  })
})
