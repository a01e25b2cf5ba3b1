import { describe, expect, it } from 'vitest'
import type { OutTradeNo } from '../identity/ids.ts'
import { orderEntries } from '../ledger/order-entries.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import { dueAtMs } from '../order/due-at.ts'
import type { Order } from '../order/order.ts'
import { viewOrder } from '../order/view-order.ts'
import { latePayment } from '../payment/decide-payment-seen.ts'
import { quiet } from '../testing/quiet.ts'
import { after, detailOf, paidTip, placedTip, takenBack } from './testing.ts'
import { countedTipFen, tip } from './tip.ts'

/** Every step of a tip as its order tells it: what is to be done outside, and what a person reads of it. */
const told = (before: Order, order: Order) => ({
  effects: quiet(order)
    .outbox.slice(quiet(before).outbox.length)
    .map(({ key, effect }) => [key, effect]),
  history: order.history.slice(before.history.length).map(({ by, what, facts }) => [by, what, facts]),
})

const spent = () => after(paidTip(placedTip(1234)), { kind: 'tip.coinsSpent' })
const refundAll = { kind: 'refund', by: 'owner', key: 'all', amountFen: fen(500), reason: 'merchantDecision' } as const

describe('the story of a tip', () => {
  it('begins as a tip, on virtual payment', () => {
    expect(tip).toMatchObject({ name: 'tip', rail: 'virtualPayment' })
    expect(placedTip().attempts[0]?.rail).toBe('virtualPayment')
    expect(viewOrder(placedTip(), 'buyer', 0).detail).toEqual({
      vertical: 'tip',
      creatorId: 'potter',
      creatorName: '陶艺小周',
      amountFen: 500,
      by: 'goods',
      progress: 'none',
      giverName: '阿宁',
      anonymous: false,
      message: '杯子很好看',
      messageCheck: 'passed',
    })
  })

  it('of a virtual good: paid, shown, delivered', () => {
    const placed = placedTip()
    const facts = { amountFen: 500, transactionId: 't1' }
    expect(told(placed, paidTip(placed, 7_000))).toEqual({
      effects: [
        ['post:given', { kind: 'tip.post' }],
        ['provide', { kind: 'tip.provide' }],
      ],
      history: [
        ['wechat', 'payment.seen', facts],
        ['system', 'tip.given', undefined],
      ],
    })
    expect(detailOf(paidTip(placed, 7_000)).givenAtMs).toBe(7_000)
  })

  it('of coins: paid, spent, shown; when it was given is when WeChat took the money', () => {
    const placed = placedTip(1234)
    const paid = paidTip(placed, 7_000)
    expect(told(placed, paid).effects).toEqual([['coins:spend', { kind: 'tip.spendCoins', coins: 1234 }]])
    const given = after(paid, { kind: 'tip.coinsSpent' }, 9_000)
    expect(told(paid, given)).toEqual({
      effects: [['post:given', { kind: 'tip.post' }]],
      history: [['system', 'tip.given', undefined]],
    })
    expect(detailOf(given).givenAtMs).toBe(7_000)
  })

  it('whose words are not judged yet asks about them as well', () => {
    const placed = placedTip(500, {}, 'unchecked')
    const paid = paidTip(placed)
    expect(told(placed, paid).effects[0]).toEqual(['message', { kind: 'tip.checkMessage' }])
    const checked = after(paid, { kind: 'tip.messageChecked', verdict: 'passed' })
    expect(told(paid, checked)).toEqual({
      effects: [['post:passed', { kind: 'tip.post' }]],
      history: [['system', 'tip.message.passed', undefined]],
    })
  })

  it('whose words the owner hides or shows is shown anew, once', () => {
    const paid = paidTip()
    const hidden = after(paid, { kind: 'tip.judgeMessage', show: false })
    expect(detailOf(hidden).messageCheck).toBe('hidden')
    expect(told(paid, hidden)).toEqual({
      effects: [['post:hidden', { kind: 'tip.post' }]],
      history: [['system', 'tip.message.hidden', undefined]],
    })
    expect(after(hidden, { kind: 'tip.judgeMessage', show: false })).toBe(hidden)
    for (const words of [{ message: '' }, { giverName: '' }])
      expect(decide(paidTip(placedTip(500, words)), { kind: 'tip.judgeMessage', show: false }, 1).ok).toBe(true)
  })

  it('that is not given is not shown, whatever is judged', () => {
    const paid = paidTip(placedTip(1234, {}, 'unchecked'))
    const judged = after(paid, { kind: 'tip.judgeMessage', show: false })
    expect(told(paid, judged).effects).toEqual([])
  })

  it('given back by the owner’s refund in full: taken off, the coins returned', () => {
    const paid = paidTip()
    const back = after(paid, refundAll)
    expect(detailOf(back).progress).toBe('takenBack')
    expect(told(paid, back)).toMatchObject({
      effects: expect.arrayContaining([['post:takenBack', { kind: 'tip.post' }]]),
      history: expect.arrayContaining([['system', 'tip.takenBack', undefined]]),
    })
    expect(told(paid, back).effects.map(([key]) => key)).not.toContain('coins:return')
    const coins = after(spent(), { ...refundAll, amountFen: fen(1234) })
    expect(told(spent(), coins).effects).toContainEqual(['coins:return', { kind: 'tip.returnCoins', coins: 1234 }])
  })

  it('in coins goes back whole or not at all, in goods by any part', () => {
    const give = (amountFen: number) => ({ ...refundAll, amountFen: fen(amountFen) })
    const wholeOnly = { ok: false, refusal: { code: 'REFUND_WHOLE_ONLY', refundableFen: 1234 } }
    expect(decide(spent(), give(1), 0)).toEqual(wholeOnly)
    expect(decide(spent(), give(1233), 0)).toEqual(wholeOnly)
    expect(decide(spent(), give(1234), 0)).toMatchObject({ ok: true })
    expect(decide(paidTip(placedTip(500)), give(1), 0)).toMatchObject({ ok: true })
    // WeChat or Apple gave a part back on their own: what is left goes back all the same.
    const tip = spent()
    const elsewhere = after(tip, takenBack('w1', 234, tip))
    expect(decide(elsewhere, { kind: 'tip.giveBack' }, 0)).toMatchObject({
      ok: true,
      value: { refunds: [{ amountFen: 1000 }] },
    })
  })

  it('given back while its coins are not spent yet is no tip any more, even if they are spent after all', () => {
    const back = after(paidTip(placedTip(1234)), { kind: 'tip.giveBack' })
    expect(detailOf(back).progress).toBe('takenBack')
    expect(after(back, { kind: 'tip.coinsSpent' })).toBe(back)
  })

  it('given back in part counts what is left, once it has arrived', () => {
    const paid = paidTip()
    const asked = after(paid, { ...refundAll, amountFen: fen(200) })
    expect(countedTipFen(asked)).toBe(500)
    const { outRefundNo } = asked.refunds[0] as NonNullable<Order['refunds'][0]>
    const settled = after(asked, { kind: 'refundSeen', outRefundNo, move: 'settle' })
    expect(countedTipFen(settled)).toBe(300)
    expect(settled.outbox).toContainEqual(
      expect.objectContaining({ key: `post:${outRefundNo}`, effect: { kind: 'tip.post' } }),
    )
  })

  it('that Apple took back says by how much and under which number, in the story and in the books', () => {
    const paid = paidTip()
    const part = after(paid, takenBack('wx1', 200, paid), 8_000)
    expect(told(paid, part)).toEqual({
      effects: [['post:wx1', { kind: 'tip.post' }]],
      history: [['wechat', 'tip.refundedElsewhere', { amountFen: 200, number: 'wx1' }]],
    })
    const whole = after(part, takenBack('wx2', 300, part), 9_000)
    expect(told(part, whole).history).toEqual([
      ['wechat', 'tip.refundedElsewhere', { amountFen: 300, number: 'wx2' }],
      ['system', 'tip.takenBack', undefined],
    ])
    expect(orderEntries(whole).map(({ id, atMs }) => [id, atMs])).toEqual([
      [`pay:${paid.orderNo}-1`, 1_000],
      [`tip:${paid.orderNo}:wx1`, 8_000],
      [`tip:${paid.orderNo}:wx2`, 9_000],
    ])
    expect(orderEntries(paid)).toHaveLength(1)
  })

  it('waits for no time of its own', () => {
    const tip = paidTip()
    const idle = after(tip, { kind: 'effectsDone', keys: tip.outbox.map(({ key }) => key) })
    expect(dueAtMs(idle)).toBeUndefined()
    expect(after(idle, { kind: 'timePassed' }, Number.MAX_SAFE_INTEGER)).toBe(idle)
  })

  it('that expired is a tip when it is paid after all, once; a cancelled one goes back', () => {
    const of = (fields: Partial<Order>) => latePayment({ ...placedTip(), state: 'closed', ...fields })
    const paidBy = placedTip().attempts[0]?.outTradeNo as OutTradeNo
    expect(of({ closeReason: 'expired' })).toBeUndefined()
    expect(of({ closeReason: 'cancelled' })).toBe('latePayment')
    expect(of({ closeReason: 'expired', paidBy })).toBe('latePayment')
  })

  it('that expired or was cancelled leaves nothing to release', () => {
    const cancelled = after(placedTip(), { kind: 'cancel' })
    expect(detailOf(cancelled)).toEqual(detailOf(placedTip()))
  })
})
