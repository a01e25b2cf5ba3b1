import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RequestId, SkuId } from '../identity/ids.ts'
import { type Fen, fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import { dueAtMs } from '../order/due-at.ts'
import type { Order } from '../order/order.ts'
import type { Effect } from '../order/outbox.ts'
import { acceptReturnWithinMs, answerWithinMs } from '../order/unanswered.ts'
import { viewOrder } from '../order/view-order.ts'
import { outRefundNoOf } from '../refund/out-refund-no.ts'
import { refundableFen } from '../refund/refundable.ts'
import { afterSaleUntilMs, sendBackWithinMs } from './after-sale-period.ts'
import type { ShopDetail } from './shop-detail.ts'
import type { ShopEvent } from './shop-event.ts'
import { address, after, coupon, paid, placed } from './testing.ts'

type Asked = Extract<ShopEvent, { kind: 'shop.askAfterSale' }>
const cupId = 'cup-1' as SkuId
const mugId = 'mug-0' as SkuId
const ask = (n: number, pieces: Record<string, number>, more: Partial<Asked> = {}): Asked => ({
  kind: 'shop.askAfterSale',
  requestId: `request-000000000${n}` as RequestId,
  pieces: Object.entries(pieces).map(([skuId, quantity]) => ({ skuId: skuId as SkuId, quantity })),
  wants: 'refundOnly',
  reason: 'damaged',
  note: '',
  pictures: [],
  ...more,
})
const ship: ShopEvent = { kind: 'shop.ship', parcel: { carrier: 'SF', trackingNo: 'SF1', sentAtMs: 0 }, all: true }
const shipped = () => after(paid(), ship)
const received = () => after(shipped(), { kind: 'shop.confirm', by: 'buyer' }, 5000)
const detailOf = (order: Order) => order.detail as ShopDetail
const claimsOf = (order: Order) => detailOf(order).afterSales ?? []
const agree = (key = 'as1'): ShopEvent => ({ kind: 'shop.agreeAfterSale', key })
const refused = (order: Order, event: ShopEvent, nowMs = 1000) => {
  const decided = decide(order, event, nowMs)
  if (decided.ok) throw new Error('it was not refused')
  return decided.refusal
}
const settle = (order: Order, key: string) => {
  const outRefundNo = outRefundNoOf(order.paidBy as never, key)
  return after(order, { kind: 'refundSeen', outRefundNo, move: 'settle' })
}
const effectsOf = (order: Order): readonly Effect[] => order.outbox.map(({ effect }) => effect)

describe('money back on some pieces', () => {
  it('is asked for by the buyer, once per request', () => {
    const order = after(shipped(), ask(1, { [cupId]: 1 }, { note: '裂了', pictures: ['cloud://a/b.jpg'] }))
    expect(claimsOf(order)).toEqual([
      {
        key: 'as1',
        requestId: 'request-0000000001',
        pieces: [{ skuId: cupId, quantity: 1, costFen: 1990 }],
        kind: 'refundOnly',
        reason: 'damaged',
        note: '裂了',
        pictures: ['cloud://a/b.jpg'],
        amountFen: 1990,
        state: 'requested',
        askedAtMs: 1000,
      },
    ])
    expect(order.refunds).toEqual([])
    expect(after(order, ask(1, { [cupId]: 1 }))).toBe(order)
    expect(viewOrder(order, 'buyer', 1000).detail).toMatchObject({ afterSales: [{ key: 'as1' }] })
  })

  it('goes back when the owner agrees, and the claim is settled when the money has arrived', () => {
    const agreed = after(after(shipped(), ask(1, { [cupId]: 1 })), agree())
    expect(claimsOf(agreed)).toMatchObject([{ state: 'refunding', refundKey: 'as1' }])
    expect(agreed.refunds).toMatchObject([{ amountFen: 1990, reason: 'buyerRequest', state: 'requested' }])
    expect(effectsOf(agreed)).not.toContainEqual(expect.objectContaining({ kind: 'shop.takeBackStock' }))
    expect(after(agreed, agree())).toBe(agreed)
    const settled = settle(agreed, 'as1')
    expect(claimsOf(settled)).toMatchObject([{ state: 'refunded' }])
    expect(after(settled, agree())).toBe(settled)
    expect(settled.state).toBe('paid')
  })

  it('puts pieces that were never sent back on the shelf', () => {
    const agreed = after(after(paid(), ask(1, { [cupId]: 1 })), agree())
    const part = { kind: 'shop.takeBackStock', pieces: [{ skuId: cupId, quantity: 1 }], part: 'as1' }
    expect(effectsOf(agreed)).toContainEqual(part)
    const all = after(after(agreed, ask(2, { [cupId]: 1, [mugId]: 1 })), agree('as2'))
    expect(detailOf(all).fulfilment).toBe('revoked')
    const back = effectsOf(all).filter(({ kind }) => kind === 'shop.takeBackStock')
    expect(back).toEqual([
      part,
      {
        kind: 'shop.takeBackStock',
        pieces: [
          { skuId: cupId, quantity: 1 },
          { skuId: mugId, quantity: 1 },
        ],
        part: 'as2',
      },
    ])
    expect(settle(settle(all, 'as1'), 'as2').state).toBe('refunded')
  })

  it('takes the rest back on the shelf when the owner refunds what is left', () => {
    const agreed = after(after(paid(), ask(1, { [cupId]: 1 })), agree())
    const rest = fen(3987 - 1990)
    const all = after(agreed, { kind: 'refund', by: 'owner', key: 'rest', amountFen: rest, reason: 'merchantDecision' })
    expect(effectsOf(all)).toContainEqual({
      kind: 'shop.takeBackStock',
      pieces: [
        { skuId: cupId, quantity: 1 },
        { skuId: mugId, quantity: 1 },
      ],
      part: 'all',
    })
  })

  it('tells where goods are to be sent back, as the owner said it first', () => {
    const asked = after(received(), ask(1, { [cupId]: 2 }, { wants: 'returnAndRefund' }))
    const agreeTo = (returnTo: string): ShopEvent => ({ kind: 'shop.agreeAfterSale', key: 'as1', returnTo })
    const toReturn = after(asked, agreeTo('龙泉市剑池街道 1 号'))
    expect(claimsOf(toReturn)).toMatchObject([{ state: 'toReturn', returnTo: '龙泉市剑池街道 1 号' }])
    expect(after(toReturn, agreeTo('别处'))).toBe(toReturn)
    // Money alone goes nowhere by parcel.
    const refunding = after(after(received(), ask(1, { [cupId]: 2 })), agreeTo('龙泉市剑池街道 1 号'))
    expect(claimsOf(refunding)[0]).not.toHaveProperty('returnTo')
  })

  it('waits for goods that are to be returned, and restocks them only if the owner says so', () => {
    const wants = { wants: 'returnAndRefund' } as const
    const toReturn = after(after(received(), ask(1, { [cupId]: 2 }, wants)), agree(), 7000)
    expect(claimsOf(toReturn)).toMatchObject([{ state: 'toReturn', sendBackUntilMs: 7000 + sendBackWithinMs }])
    expect(after(toReturn, agree())).toBe(toReturn)
    const returning = after(toReturn, { kind: 'shop.sendBack', key: 'as1', carrier: 'YTO', trackingNo: 'YT1' })
    expect(claimsOf(returning)).toMatchObject([
      { state: 'returning', returnParcel: { carrier: 'YTO', trackingNo: 'YT1' } },
    ])
    expect(after(returning, { kind: 'shop.sendBack', key: 'as1', carrier: 'YTO', trackingNo: 'YT1' })).toBe(returning)
    expect(refused(returning, { kind: 'shop.withdrawAfterSale', key: 'as1' })).toEqual({
      code: 'AFTER_SALE_NOT_NOW',
      state: 'returning',
    })
    const accepted = after(returning, { kind: 'shop.acceptReturn', key: 'as1', restock: true })
    expect(accepted.refunds).toMatchObject([{ amountFen: 3980 }])
    const pieces = [{ skuId: cupId, quantity: 2 }]
    expect(effectsOf(accepted)).toContainEqual({ kind: 'shop.takeBackStock', pieces, part: 'as1' })
    const broken = after(returning, { kind: 'shop.acceptReturn', key: 'as1', restock: false })
    expect(effectsOf(broken)).not.toContainEqual({ kind: 'shop.takeBackStock', pieces, part: 'as1' })
  })

  it('lapses when goods to be returned are not sent in time', () => {
    const toReturn = after(after(shipped(), ask(1, { [cupId]: 1 }, { wants: 'returnAndRefund' })), agree(), 7000)
    const until = 7000 + sendBackWithinMs
    expect(toReturn.dueAtMs).toBeLessThanOrEqual(until)
    expect(claimsOf(after(toReturn, { kind: 'timePassed' }, until - 1))).toMatchObject([{ state: 'toReturn' }])
    const lapsed = after(toReturn, { kind: 'timePassed' }, until)
    expect(claimsOf(lapsed)).toMatchObject([{ state: 'withdrawn' }])
    expect(lapsed.history.at(-1)).toMatchObject({ by: 'system', what: 'shop.afterSale.lapse' })
    const completed = after(after(received(), ask(1, { [cupId]: 1 }, { wants: 'returnAndRefund' })), agree(), 7000)
    expect(dueAtMs({ ...completed, outbox: [] })).toBe(until)
    expect(claimsOf(after(completed, { kind: 'timePassed' }, until))).toMatchObject([{ state: 'withdrawn' }])
  })

  it('stops the clock of the delivery while it is open', () => {
    const asked = after(shipped(), ask(1, { [cupId]: 1 }))
    const late = 30 * 24 * 3_600_000
    expect(after(asked, { kind: 'timePassed' }, late)).toMatchObject({
      state: 'paid',
      detail: { fulfilment: 'shipped' },
    })
    const withdrawn = after(asked, { kind: 'shop.withdrawAfterSale', key: 'as1' })
    expect(after(withdrawn, { kind: 'timePassed' }, late).state).toBe('completed')
  })

  it('reminds the owner once when it waits for two days, and decides nothing', () => {
    const asked = after(shipped(), ask(1, { [cupId]: 1 }), 2000)
    const quiet: Order = { ...after(asked, ask(2, { [mugId]: 1 }), 9000), outbox: [] }
    const dueMs = 2000 + answerWithinMs
    expect(dueAtMs(quiet)).toBe(dueMs)
    expect(after(quiet, { kind: 'timePassed' }, dueMs - 1)).toBe(quiet)
    const reminded = after(quiet, { kind: 'timePassed' }, dueMs)
    expect(effectsOf(reminded)).toEqual([
      { kind: 'remindOwner', about: 'afterSale', part: 'as1', sinceMs: 2000 },
      { kind: 'tell', message: 'owner.unanswered', to: 'owners' },
    ])
    expect(claimsOf(reminded)).toEqual([{ ...claimsOf(quiet)[0], reminded: 'requested' }, claimsOf(quiet)[1]])
    expect(reminded).toMatchObject({ refunds: [], history: quiet.history })
    expect(dueAtMs({ ...reminded, outbox: [] })).toBe(9000 + answerWithinMs)
    const both: Order = { ...after(reminded, { kind: 'timePassed' }, 9000 + answerWithinMs), outbox: [] }
    expect(dueAtMs(both)).toBeUndefined()
    expect(after(both, { kind: 'timePassed' }, 1e12)).toBe(both)
    expect(claimsOf(after(both, agree()))).toMatchObject([{ state: 'refunding' }, {}])
  })

  it('reminds the owner of goods that were sent back a week ago, though reminded of the claim before', () => {
    const asked = after(shipped(), ask(1, { [cupId]: 1 }, { wants: 'returnAndRefund' }), 2000)
    const late = after(asked, { kind: 'timePassed' }, 2000 + answerWithinMs)
    const agreed = after(late, agree(), 2000 + answerWithinMs)
    const sentBackMs = 3000 + answerWithinMs
    const sent = after(agreed, { kind: 'shop.sendBack', key: 'as1', carrier: 'YTO', trackingNo: 'YT1' }, sentBackMs)
    const quiet: Order = { ...sent, outbox: [] }
    const dueMs = sentBackMs + acceptReturnWithinMs
    expect(dueAtMs(quiet)).toBe(dueMs)
    const reminded = after(quiet, { kind: 'timePassed' }, dueMs)
    expect(effectsOf(reminded)).toContainEqual({
      kind: 'remindOwner',
      about: 'return',
      part: 'as1-return',
      sinceMs: sentBackMs,
    })
    expect(claimsOf(reminded)).toMatchObject([{ state: 'returning', reminded: 'returning' }])
    const { sentBackAtMs: _, ...unknown } = claimsOf(quiet)[0] as never as { sentBackAtMs: number }
    const old = { ...quiet, detail: { ...detailOf(quiet), afterSales: [unknown] } } as never as Order
    expect(dueAtMs(old)).toBeUndefined()
    expect([answerWithinMs, acceptReturnWithinMs]).toEqual([48 * 3_600_000, 168 * 3_600_000])
  })

  it('can be refused with a reason, or withdrawn, and the pieces be claimed anew', () => {
    const asked = after(shipped(), ask(1, { [cupId]: 2 }))
    const no = after(asked, { kind: 'shop.refuseAfterSale', key: 'as1', because: '已使用' })
    expect(claimsOf(no)).toMatchObject([{ state: 'refused', refusedBecause: '已使用' }])
    expect(claimsOf(after(no, ask(2, { [cupId]: 2 })))).toMatchObject([{}, { key: 'as2', amountFen: 3980 }])
    expect(refused(no, agree())).toEqual({ code: 'AFTER_SALE_NOT_NOW', state: 'refused' })
  })

  it('is never more than the pieces cost, nor more pieces than were bought', () => {
    const order = after(shipped(), ask(1, { [cupId]: 1 }, { amountFen: fen(500) }))
    expect(claimsOf(order)).toMatchObject([{ amountFen: 500 }])
    expect(refused(order, ask(2, { [cupId]: 1 }, { amountFen: fen(1991) }))).toEqual({
      code: 'REFUND_TOO_MUCH',
      refundableFen: 1990,
    })
    expect(refused(order, ask(2, { [cupId]: 2 }))).toEqual({ code: 'TOO_MANY_PIECES', skuId: cupId, left: 1 })
    expect(refused(order, ask(2, { tea: 1 }))).toEqual({ code: 'TOO_MANY_PIECES', skuId: 'tea', left: 0 })
    const twice = { ...ask(2, { [mugId]: 1 }), pieces: [1, 1].map((quantity) => ({ skuId: mugId, quantity })) }
    expect(refused(order, twice)).toEqual({ code: 'TOO_MANY_PIECES', skuId: mugId, left: 0 })
  })

  it('is not for what is unpaid, refunded, or long received, and goods that were not sent cannot be returned', () => {
    expect(refused(placed(), ask(1, { [cupId]: 1 }))).toEqual({ code: 'DELIVERY_NOT_NOW', fulfilment: 'none' })
    const revoked = after(after(paid(), ask(1, { [cupId]: 2, [mugId]: 1 })), agree())
    expect(refused(revoked, ask(2, { [cupId]: 1 }))).toEqual({ code: 'DELIVERY_NOT_NOW', fulfilment: 'revoked' })
    expect(refused(paid(), ask(1, { [cupId]: 1 }, { wants: 'returnAndRefund' }))).toEqual({
      code: 'DELIVERY_NOT_NOW',
      fulfilment: 'toShip',
    })
    const untilMs = afterSaleUntilMs(5000)
    expect(after(received(), ask(1, { [cupId]: 1 }), untilMs - 1)).toBeDefined()
    expect(refused(received(), ask(1, { [cupId]: 1 }), untilMs)).toEqual({ code: 'AFTER_SALE_OVER', untilMs })
    expect(viewOrder(received(), 'buyer', untilMs - 1).detail).toMatchObject({
      actions: ['askAfterSale'],
      afterSaleUntilMs: untilMs,
    })
    expect(viewOrder(received(), 'buyer', untilMs).detail).toMatchObject({ actions: [] })
    expect(refused(shipped(), agree('as9'))).toEqual({ code: 'NO_SUCH_AFTER_SALE' })
  })

  it('counts 168 hours from the midnight in China after the goods arrived', () => {
    const arrived = Date.parse('2026-11-21T23:59:59+08:00')
    expect(afterSaleUntilMs(arrived)).toBe(Date.parse('2026-11-29T00:00:00+08:00'))
    expect(afterSaleUntilMs(arrived + 1000)).toBe(Date.parse('2026-11-30T00:00:00+08:00'))
  })

  it('starts again under a new number when WeChat closed the refund, and only then', () => {
    const agreed = after(after(shipped(), ask(1, { [cupId]: 1 })), agree())
    const again: ShopEvent = { kind: 'shop.refundAgain', key: 'as1' }
    expect(refused(agreed, again)).toEqual({ code: 'AFTER_SALE_NOT_NOW', state: 'refunding' })
    const close = (order: Order, key: string) =>
      after(order, { kind: 'refundSeen', outRefundNo: outRefundNoOf(order.paidBy as never, key), move: 'close' })
    const second = after(close(agreed, 'as1'), again)
    expect(second.refunds.map(({ outRefundNo }) => outRefundNo)).toEqual(
      ['as1', 'as1-2'].map((key) => outRefundNoOf(second.paidBy as never, key)),
    )
    const third = after(close(second, 'as1-2'), again)
    expect(claimsOf(third)).toMatchObject([{ state: 'refunding', refundKey: 'as1-3' }])
    expect(claimsOf(settle(third, 'as1-3'))).toMatchObject([{ state: 'refunded' }])
  })

  it('tells the owner when the order’s own rules of refunds stand in the way', () => {
    let order = after(shipped(), ask(1, { [cupId]: 2 }))
    const part = { kind: 'refund', by: 'owner', reason: 'merchantDecision' } as const
    const less = after(order, { ...part, key: 'gift', amountFen: fen(100) })
    expect(refused(less, agree())).toEqual({ code: 'REFUND_TOO_MUCH', refundableFen: 3887 })
    const year = 1000 + 365 * 24 * 3_600_000
    expect(refused(order, agree(), year + 1)).toEqual({ code: 'REFUND_TOO_LATE', refundableUntilMs: year })
    expect(after(order, agree(), year).refunds).toHaveLength(1)
    expect(claimsOf(after(less, ask(2, { [mugId]: 1 })))).toMatchObject([{}, { amountFen: 7 }])
    const most = after(
      after(shipped(), { ...part, key: 'gift', amountFen: fen(100) }),
      ask(1, { [cupId]: 2, [mugId]: 1 }),
    )
    expect(claimsOf(most)).toMatchObject([{ amountFen: 3887 }])
    order = after(shipped(), ask(1, { [cupId]: 1 }))
    for (let n = 1; n <= 50; n++) order = after(order, { ...part, key: `gift${n}`, amountFen: fen(1) })
    expect(refused(order, agree())).toEqual({ code: 'REFUND_TOO_MANY', most: 50 })
  })

  it('can be asked for 50 times on one order', () => {
    let order = shipped()
    for (let n = 1; n <= 50; n++) {
      order = after(order, ask(n + 100, { [mugId]: 1 }))
      order = after(order, { kind: 'shop.withdrawAfterSale', key: `as${n}` })
    }
    expect(refused(order, ask(99, { [mugId]: 1 }))).toEqual({ code: 'TOO_MANY_AFTER_SALES', most: 50 })
  })
})

describe('discount and freight in a refund', () => {
  const freight = {
    by: 'piece',
    rules: [{ first: { amount: 9, costFen: fen(600) }, more: { amount: 1, costFen: fen(0) } }],
  } as const
  const discounted = (offFen: Fen) =>
    paid(placed({ coupons: [coupon('c', { off: { kind: 'amount', offFen } })], freight, address }))
  const couponsOf = (order: Order) => effectsOf(order).filter(({ kind }) => kind.endsWith('Coupons'))

  it('freight goes back with the last pieces of an order of which nothing was sent', () => {
    const first = after(discounted(fen(0)), ask(1, { [cupId]: 2 }))
    expect(claimsOf(first)).toMatchObject([{ amountFen: 3980 }])
    const all = after(first, ask(2, { [mugId]: 1 }))
    expect(claimsOf(all)).toMatchObject([{}, { amountFen: 607 }])
    const sent = after(after(discounted(fen(0)), ship), ask(1, { [cupId]: 2, [mugId]: 1 }))
    expect(claimsOf(sent)).toMatchObject([{ amountFen: 3987 }])
    const partly = after(discounted(fen(0)), { ...ship, all: false })
    expect(claimsOf(after(partly, ask(1, { [cupId]: 2, [mugId]: 1 })))).toMatchObject([{ amountFen: 3987 }])
  })

  it('coupons are held with the order, used when it is paid, and given back when all is refunded', () => {
    const order = discounted(fen(1000))
    expect(couponsOf(order)).toEqual([{ kind: 'shop.commitCoupons', couponIds: ['c'] }])
    const cancelled = after(placed({ coupons: [coupon('c')] }), { kind: 'cancel' })
    expect(couponsOf(cancelled)).toEqual([{ kind: 'shop.releaseCoupons', couponIds: ['c'] }])
    const all = after(after(order, ask(1, { [cupId]: 2, [mugId]: 1 })), agree())
    expect(couponsOf(all)).toContainEqual({ kind: 'shop.takeBackCoupons', couponIds: ['c'], part: 'all' })
    expect(couponsOf(paid())).toEqual([])
  })

  it('claims come to exactly what was paid for the goods, in whatever pieces and after whatever changes of mind', () => {
    const step = fc.record({
      cups: fc.integer({ min: 0, max: 2 }),
      mugs: fc.integer({ min: 0, max: 1 }),
      keep: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3980 }), fc.array(step, { maxLength: 8 }), (off, steps) => {
        let order = after(discounted(fen(off)), ship)
        const goodsFen = 3987 - (detailOf(order).price.discountFen as number)
        const run = (cups: number, mugs: number, keep: boolean, n: number) => {
          const pieces = { ...(cups > 0 ? { [cupId]: cups } : {}), ...(mugs > 0 ? { [mugId]: mugs } : {}) }
          const decided = Object.keys(pieces).length === 0 ? undefined : decide(order, ask(n, pieces), 1000)
          if (decided?.ok !== true) return
          order = decided.value
          const key = claimsOf(order).at(-1)?.key as string
          order = after(order, keep ? agree(key) : { kind: 'shop.withdrawAfterSale', key })
        }
        for (const [at, { cups, mugs, keep }] of steps.entries()) run(cups, mugs, keep, at + 100)
        expect(refundableFen(order, order.paidBy)).toBeGreaterThanOrEqual(600)
        for (let n = 0; n < 3; n++) run(1, 0, true, n + 200)
        run(0, 1, true, 300)
        expect(refundableFen(order, order.paidBy)).toBe(order.totalFen - goodsFen)
      }),
    )
  })
})
