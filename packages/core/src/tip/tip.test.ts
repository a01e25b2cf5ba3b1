import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancesOf } from '../ledger/balances.ts'
import { orderEntries } from '../ledger/order-entries.ts'
import { fen } from '../money/fen.ts'
import { decide } from '../order/decide.ts'
import { payableForMs } from '../order/place-order.ts'
import { viewOrder } from '../order/view-order.ts'
import { quiet } from '../testing/quiet.ts'
import { newTip } from './ask-tip.ts'
import { creatorFaults, viewCreator } from './creator.ts'
import { after, asked, detailOf, paidTip, placedTip, potter, takenBack, waiting } from './testing.ts'
import { countedTipFen } from './tip.ts'
import { leastTipFen, mostTipFen, tipPointsFen, tipSaleOf } from './tip-sale.ts'
import type { TipView } from './tip-view.ts'
import { nextTipProgress, type TipMove, tipTransitions } from './transitions.ts'

const viewOf = (order: Parameters<typeof viewOrder>[0], viewer: 'buyer' | 'owner' = 'buyer') =>
  viewOrder(order, viewer, 2_000).detail as TipView

describe('what can be given', () => {
  it('is a fixed point as a virtual good, and any other amount within the limits as coins', () => {
    expect(detailOf(placedTip(5000)).sale).toEqual({ kind: 'goods', productId: 'tip_50_yuan' })
    expect(detailOf(placedTip(1234)).sale).toEqual({ kind: 'coins', coins: 1234 })
  })

  it('ends where the creator says so', () => {
    expect(newTip(potter, asked(50_001), 'passed')).toEqual({
      ok: false,
      refusal: { code: 'AMOUNT_NOT_OFFERED', pointsFen: tipPointsFen, leastFen: 100, mostFen: 50_000 },
    })
    const { custom: _, ...pointsOnly } = potter
    expect(newTip(pointsOnly, asked(300), 'passed')).toMatchObject({ ok: false })
    expect(newTip(pointsOnly, asked(200), 'passed')).toMatchObject({ ok: true })
    expect(newTip({ ...potter, open: false }, asked(200), 'passed')).toMatchObject({ refusal: { code: 'NOT_OPEN' } })
    expect(newTip(undefined, asked(200), 'passed')).toMatchObject({ refusal: { code: 'CREATOR_GONE' } })
  })

  it('ends where core says so, both ends included, however wide the terms', () => {
    const wide = { ...potter, custom: { leastFen: fen(1), mostFen: fen(9_999_999) } }
    const takes = (creator: typeof potter, amountFen: number) => newTip(creator, asked(amountFen), 'passed').ok
    expect([99, 101, 200_000, 200_001].map((amount) => takes(wide, amount))).toEqual([false, true, true, false])
    const narrow = { ...potter, pointsFen: [], custom: { leastFen: fen(300), mostFen: fen(400) } }
    expect([299, 300, 400, 401].map((amount) => takes(narrow, amount))).toEqual([false, true, true, false])
    const least = { ...potter, pointsFen: [], custom: { leastFen: fen(100), mostFen: fen(400) } }
    expect(takes(least, 100)).toBe(true)
  })

  it('is never under Apple’s minimum, and never a part of a coin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 * mostTipFen }), (amountFen) => {
        const wide = { ...potter, custom: { leastFen: fen(1), mostFen: fen(3 * mostTipFen) } }
        const tip = newTip(wide, asked(amountFen), 'passed')
        expect(tip.ok).toBe(amountFen >= leastTipFen && amountFen <= mostTipFen)
        const sale = tipSaleOf(fen(amountFen))
        expect(sale.kind === 'goods' || Number.isSafeInteger(sale.coins)).toBe(true)
      }),
    )
  })

  it('is checked when the owner writes the terms', () => {
    const range = [leastTipFen, mostTipFen] as const
    expect(creatorFaults(potter, tipPointsFen, range)).toEqual([])
    expect(creatorFaults({ ...potter, pointsFen: [fen(300)] }, tipPointsFen, range)).toEqual(['pointsFen'])
    expect(creatorFaults({ ...potter, custom: { leastFen: fen(99), mostFen: fen(100) } }, tipPointsFen, range)).toEqual(
      ['custom'],
    )
    const { custom: _, ...none } = { ...potter, pointsFen: [] }
    expect(creatorFaults(none, tipPointsFen, range)).toEqual(['pointsFen'])
    expect(creatorFaults({ ...none, pointsFen: tipPointsFen }, tipPointsFen, range)).toEqual([])
    expect(creatorFaults({ ...none, pointsFen: [fen(100), fen(300)] }, tipPointsFen, range)).toEqual(['pointsFen'])
    const custom = (leastFen: number, mostFen: number) =>
      creatorFaults({ ...potter, custom: { leastFen: fen(leastFen), mostFen: fen(mostFen) } }, tipPointsFen, range)
    expect([custom(100, 200_000), custom(100, 200_001), custom(300, 300), custom(301, 300)]).toEqual([
      [],
      ['custom'],
      [],
      ['custom'],
    ])
    expect(viewCreator(potter)).toMatchObject({ creatorId: 'potter', name: '陶艺小周', open: true })
    expect(viewCreator(potter)).not.toHaveProperty('thanks')
  })
})

describe('thanks', () => {
  it('are told when WeChat has confirmed the money, and not before', () => {
    const placed = placedTip()
    expect(viewOf(placed).thanks).toBeUndefined()
    const paid = paidTip(placed)
    expect(paid.state).toBe('completed')
    expect(viewOf(paid)).toMatchObject({ progress: 'given', thanks: potter.thanks, givenAtMs: 1_000 })
    expect(waiting(quiet(paid))).toEqual(['post:given', 'provide'])
  })

  it('wait for the coins to be spent when the amount was one’s own choice', () => {
    const paid = paidTip(placedTip(1234))
    expect(paid.state).toBe('paid')
    expect(viewOf(paid)).toMatchObject({ progress: 'toSpend', by: 'coins' })
    expect(viewOf(paid).thanks).toBeUndefined()
    expect(countedTipFen(paid)).toBe(0)
    const spent = after(paid, { kind: 'tip.coinsSpent' })
    expect(spent.state).toBe('completed')
    expect(viewOf(spent).thanks).toBe(potter.thanks)
    expect(countedTipFen(spent)).toBe(1234)
    expect(after(spent, { kind: 'tip.coinsSpent' })).toBe(spent)
  })

  it('come late when the money comes late: nothing was held, so a tip paid late is a tip', () => {
    const expired = after(placedTip(), { kind: 'timePassed' }, payableForMs + 1)
    const closed = after(expired, { kind: 'paymentClosed', outTradeNo: expired.attempts[0]?.outTradeNo as never })
    expect(closed.state).toBe('closed')
    expect(paidTip(closed, payableForMs * 2)).toMatchObject({ state: 'completed', refunds: [] })
  })

  it('do not come for a tip that was cancelled: its money goes back', () => {
    const cancelled = after(placedTip(), { kind: 'cancel' })
    const paid = paidTip(cancelled)
    expect(paid.refunds).toMatchObject([{ reason: 'latePayment', amountFen: 500 }])
    expect(detailOf(paid).progress).toBe('none')
  })
})

describe('a tip that goes back', () => {
  it('leaves the board when it is decided, and takes its coins along', () => {
    const given = after(paidTip(placedTip(1234)), { kind: 'tip.coinsSpent' })
    const back = after(given, { kind: 'tip.giveBack' })
    expect(detailOf(back).progress).toBe('takenBack')
    expect(countedTipFen(back)).toBe(0)
    expect(viewOf(back).thanks).toBeUndefined()
    expect(waiting(back)).toEqual(expect.arrayContaining(['coins:return', 'post:takenBack']))
    expect(back.refunds).toMatchObject([{ amountFen: 1234, reason: 'merchantDecision' }])
    expect(after(back, { kind: 'tip.giveBack' })).toBe(back)
  })

  it('cannot go back before it was paid', () => {
    expect(decide(placedTip(), { kind: 'tip.giveBack' }, 1)).toMatchObject({
      ok: false,
      refusal: { code: 'TIP_NOT_NOW', progress: 'none' },
    })
  })

  it('may go back without us: a part counts less, the whole ends it, and the same number counts once', () => {
    const given = paidTip()
    const part = after(given, takenBack('wx1', 200, given))
    expect(countedTipFen(part)).toBe(300)
    expect(after(part, takenBack('wx1', 200, part))).toBe(part)
    const whole = after(part, takenBack('wx2', 300, part))
    expect(detailOf(whole).progress).toBe('takenBack')
    expect(countedTipFen(whole)).toBe(0)
  })

  it('is not missed by a refund of ours: what was true of an earlier order is not of a later one', () => {
    const given = paidTip()
    const seen = takenBack('left-300', 200, given)
    const refunded = after(given, {
      kind: 'refund',
      by: 'owner',
      key: 'r1',
      amountFen: fen(200),
      reason: 'merchantDecision',
    })
    expect(after(refunded, seen)).toBe(refunded)
  })

  it('is given back only as far as it is not back already, and the books balance', () => {
    const given = paidTip()
    const part = after(given, takenBack('wx1', 200, given))
    const back = after(part, { kind: 'tip.giveBack' })
    expect(back.refunds).toMatchObject([{ amountFen: 300 }])
    expect(detailOf(back).progress).toBe('takenBack')
    const { outRefundNo } = back.refunds[0] ?? {}
    const settled = after(back, { kind: 'refundSeen', outRefundNo: outRefundNo as never, move: 'settle' })
    expect(Object.fromEntries(balancesOf(orderEntries(settled)))).toEqual({})
    expect(Object.fromEntries(balancesOf(orderEntries(part)))).toEqual({ wechat: 300, 'sales:tip': -300 })
  })
})

describe('a message', () => {
  it('waits for WeChat’s word, the tip does not', () => {
    const paid = paidTip(placedTip(500, {}, 'unchecked'))
    expect(paid.state).toBe('completed')
    expect(waiting(paid)).toContain('message')
    const checked = after(paid, { kind: 'tip.messageChecked', verdict: 'review' })
    expect(detailOf(checked).messageCheck).toBe('review')
    expect(detailOf(after(checked, { kind: 'tip.judgeMessage', show: true })).messageCheck).toBe('passed')
    expect(after(checked, { kind: 'tip.messageChecked', verdict: 'passed' })).toBe(checked)
  })

  it('leave the owner’s list also when the tip has gone back', () => {
    const back = after(paidTip(placedTip(500)), { kind: 'tip.giveBack' })
    expect(waiting(after(back, { kind: 'tip.judgeMessage', show: false }))).toContain('post:hidden')
  })

  it('that was never written cannot be judged', () => {
    const silent = paidTip(placedTip(500, { message: '', giverName: '' }))
    expect(decide(silent, { kind: 'tip.judgeMessage', show: false }, 1)).toMatchObject({
      refusal: { code: 'NO_MESSAGE' },
    })
  })

  it('of somebody anonymous does not tell the owner who it was', () => {
    const paid = paidTip(placedTip(500, { anonymous: true }))
    expect(viewOf(paid, 'owner').giverName).toBe('')
    expect(viewOf(paid).giverName).toBe('阿宁')
  })
})

describe('the table of a tip', () => {
  it('reaches every state from none, and takes no move it does not list', () => {
    const reached = new Set<string>(['none'])
    for (const state of reached) for (const next of Object.values(tipTransitions[state as 'none'])) reached.add(next)
    expect([...reached].sort()).toEqual(Object.keys(tipTransitions).sort())
    const moves: TipMove[] = ['give', 'fill', 'takeBack']
    for (const [state, row] of Object.entries(tipTransitions))
      for (const move of moves)
        expect(nextTipProgress(state as 'none', move)).toBe((row as Record<string, string>)[move])
  })
})
