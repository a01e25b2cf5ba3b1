import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Book,
  closeTrade,
  createBook,
  noticeDelaysMs,
  type PlaceRequest,
  payNotice,
  payTrade,
  placeTrade,
  queryRefunds,
  queryTrade,
  refundableFee,
  refundNotice,
  requestRefund,
  restoreTrade,
  settleRefund,
} from './index.ts'

const t0 = Date.parse('2026-11-21T10:00:00+08:00')
const min = 60_000
const hour = 60 * min
const day = 24 * hour

const request: PlaceRequest = {
  mchid: '1900009231',
  appid: 'wx1234567890abcdef',
  outTradeNo: 'A00001',
  openid: 'oAnna',
  totalFee: 1234,
  body: '茶',
}
const ref = { mchid: request.mchid, outTradeNo: request.outTradeNo }

const placed = (changes: Partial<PlaceRequest> = {}, at = t0) => {
  const book = createBook()
  const placing = placeTrade(book, { ...request, ...changes }, at)
  if (!placing.ok) throw new Error(placing.message)
  return { book, trade: placing.trade }
}
const pay = (book: Book, at = t0, openid = 'oAnna') => {
  const trade = [...book.trades.values()][0]
  return payTrade(book, { prepayId: trade?.prepayId ?? '', openid }, at)
}
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'ok' : outcome.code)
const stateOf = (book: Book, at: number, asOfMs?: number) => {
  const answer = queryTrade(book, ref, at, asOfMs === undefined ? {} : { asOfMs })
  return answer.ok ? answer.state : answer.code
}

describe('placing', () => {
  test('the same request again gets the same prepay id', () => {
    const { book, trade } = placed()
    const first = trade.prepayId
    expect(placeTrade(book, request, t0 + hour)).toMatchObject({ ok: true, again: true, trade: { prepayId: first } })
    expect(book.trades.size).toBe(1)
  })

  test('after two hours it is a new one, and the old one opens nothing', () => {
    const { book, trade } = placed()
    const first = trade.prepayId
    placeTrade(book, request, t0 + 2 * hour)
    expect(trade.prepayId).not.toBe(first)
    expect(codeOf(payTrade(book, { prepayId: first, openid: 'oAnna' }, t0 + 2 * hour))).toBe('INVALID_REQUEST')
    expect(codeOf(pay(book, t0 + 2 * hour))).toBe('ok')
  })

  test.each([
    { totalFee: 1235 },
    { body: '咖啡' },
    { openid: 'oBert' },
    { attach: 'x' },
    { timeExpireMs: t0 + hour },
    { notifyTo: 'other' },
    { rest: 'x' },
  ])('the same number with %o is refused', (change) => {
    const { book } = placed()
    expect(placeTrade(book, { ...request, ...change }, t0 + min)).toEqual({
      ok: false,
      code: 'OUT_TRADE_NO_USED',
      message: '201 商户订单号重复',
    })
  })

  test('a paid or closed number stays used', () => {
    const { book } = placed()
    pay(book)
    expect(codeOf(placeTrade(book, request, t0))).toBe('ORDERPAID')
    const other = placed()
    closeTrade(other.book, ref, t0 + 5 * min)
    expect(codeOf(placeTrade(other.book, request, t0 + 6 * min))).toBe('ORDERCLOSED')
  })

  test.each([0, -1, 0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY])('%s fen is not an amount', (totalFee) => {
    expect(codeOf(placeTrade(createBook(), { ...request, totalFee }, t0))).toBe('PARAM_ERROR')
  })

  test.each(['A0001', 'A'.repeat(33), 'A 0001', '订单号一二三', ''])('"%s" is not a number', (outTradeNo) => {
    expect(codeOf(placeTrade(createBook(), { ...request, outTradeNo }, t0))).toBe('PARAM_ERROR')
  })

  test('an expiry of less than a minute is refused', () => {
    expect(codeOf(placeTrade(createBook(), { ...request, timeExpireMs: t0 + 59_999 }, t0))).toBe('INVALID_REQUEST')
    expect(codeOf(placeTrade(createBook(), { ...request, timeExpireMs: t0 + min }, t0))).toBe('ok')
  })

  test('a merchant that did not authorise the provider is refused', () => {
    const book = createBook()
    book.merchants.set(request.mchid, { mchid: request.mchid, jsapi: false })
    expect(codeOf(placeTrade(book, request, t0))).toBe('NOAUTH')
    book.merchants.set(request.mchid, { mchid: request.mchid, appids: ['wxother'] })
    expect(codeOf(placeTrade(book, request, t0))).toBe('APPID_MCHID_NOT_MATCH')
    book.merchants.clear()
    book.strictMerchants = true
    expect(codeOf(placeTrade(book, request, t0))).toBe('MCHID_NOT_EXIST')
  })
})

describe('paying', () => {
  test('only the user who ordered pays, and once', () => {
    const { book } = placed()
    expect(codeOf(pay(book, t0, 'oBert'))).toBe('INVALID_REQUEST')
    expect(codeOf(pay(book))).toBe('ok')
    expect(codeOf(pay(book))).toBe('ORDERPAID')
    expect(stateOf(book, t0)).toBe('SUCCESS')
  })

  test('not after time_expire, though the order is not closed by it', () => {
    const { book } = placed({ timeExpireMs: t0 + 10 * min })
    expect(codeOf(pay(book, t0 + 10 * min))).toBe('ORDERCLOSED')
    expect(stateOf(book, t0 + 10 * min)).toBe('NOTPAY')
  })

  test('an order nobody paid is closed after seven days', () => {
    const { book } = placed()
    expect(stateOf(book, t0 + 7 * day - 1)).toBe('NOTPAY')
    expect(stateOf(book, t0 + 7 * day)).toBe('CLOSED')
  })

  test('a coupon lowers the cash, never the total', () => {
    const { book, trade } = placed()
    payTrade(book, { prepayId: trade.prepayId, openid: 'oAnna', coupons: [{ id: '1', fee: 234, type: 'NO_CASH' }] }, t0)
    expect(payNotice(trade, { nonceStr: 'n' })).toMatchObject({
      totalFee: 1234,
      cashFee: 1000,
      settlementTotalFee: 1000,
      couponFee: 234,
      couponCount: 1,
      couponFee_0: 234,
    })
  })

  test('transaction ids look like WeChat made them', () => {
    const { book, trade } = placed()
    pay(book)
    expect(trade.payment?.transactionId).toMatch(/^4200\d{6}20261121\d{10}$/)
    expect(trade.prepayId).toMatch(/^wx20261121100000\w{20}$/)
  })
})

describe('closing', () => {
  test('not within five minutes, not when paid, not twice', () => {
    const { book } = placed()
    expect(codeOf(closeTrade(book, ref, t0 + 5 * min - 1))).toBe('SYSTEMERROR')
    expect(codeOf(closeTrade(book, ref, t0 + 5 * min))).toBe('ok')
    expect(codeOf(closeTrade(book, ref, t0 + 5 * min))).toBe('ORDERCLOSED')
    expect(codeOf(pay(book, t0 + 6 * min))).toBe('ORDERCLOSED')
    const paid = placed()
    pay(paid.book)
    expect(codeOf(closeTrade(paid.book, ref, t0 + 6 * min))).toBe('ORDERPAID')
    expect(codeOf(closeTrade(createBook(), ref, t0))).toBe('ORDERNOTEXIST')
  })

  test('a simulator may have it take money all the same', () => {
    const { book } = placed()
    closeTrade(book, ref, t0 + 5 * min, { stillPayable: true })
    expect(stateOf(book, t0 + 5 * min)).toBe('CLOSED')
    expect(codeOf(pay(book, t0 + 6 * min))).toBe('ok')
    expect(stateOf(book, t0 + 6 * min)).toBe('SUCCESS')
    expect(stateOf(book, t0 + 6 * min, t0 + 5 * min)).toBe('CLOSED')
  })
})

describe('refunding', () => {
  const refund = (book: Book, outRefundNo: string, refundFee: number, at = t0) =>
    requestRefund(book, { ...ref, outRefundNo, refundFee, totalFee: 1234 }, at)

  test('accepted first, settled later, told by notice', () => {
    const { book, trade } = placed()
    pay(book)
    const asked = refund(book, 'R1', 234)
    expect(asked).toMatchObject({ ok: true, again: false, refund: { state: 'PROCESSING' } })
    expect(stateOf(book, t0)).toBe('REFUND')
    const settled = settleRefund(book, { mchid: request.mchid, outRefundNo: 'R1' }, 'SUCCESS', t0 + min)
    expect(settled).toMatchObject({ ok: true, changed: true })
    if (!settled.ok) throw new Error(settled.message)
    expect(refundNotice(trade, settled.refund, { nonceStr: 'n' })).toMatchObject({
      outRefundNo: 'R1',
      refundFee: 234,
      refundStatus: 'SUCCESS',
      successTime: '2026-11-21 10:01:00',
    })
  })

  test('the same number again is the same refund; with another amount it is refused', () => {
    const { book, trade } = placed()
    pay(book)
    refund(book, 'R1', 234)
    expect(refund(book, 'R1', 234)).toMatchObject({ ok: true, again: true })
    expect(trade.refunds).toHaveLength(1)
    expect(codeOf(refund(book, 'R1', 235))).toBe('ERROR')
  })

  test('unpaid, overdue, without balance, closed account, wrong total: each has its code', () => {
    const { book } = placed()
    expect(codeOf(refund(book, 'R1', 1))).toBe('ORDERNOTEXIST')
    pay(book)
    expect(codeOf(refund(book, 'R1', 1, t0 + 366 * day))).toBe('TRADE_OVERDUE')
    expect(codeOf(requestRefund(book, { ...ref, outRefundNo: 'R1', refundFee: 1, totalFee: 1 }, t0))).toBe(
      'PARAM_ERROR',
    )
    book.merchants.set(request.mchid, { mchid: request.mchid, balanceFen: 10 })
    expect(codeOf(refund(book, 'R1', 11))).toBe('NOTENOUGH')
    expect(codeOf(refund(book, 'R1', 10))).toBe('ok')
    book.merchants.set(request.mchid, { mchid: request.mchid, refundApi: false })
    expect(codeOf(refund(book, 'R2', 1))).toBe('NOAUTH')
    book.merchants.clear()
    book.closedAccounts.add('oAnna')
    expect(codeOf(refund(book, 'R2', 1))).toBe('USER_ACCOUNT_ABNORMAL')
    expect(
      codeOf(
        requestRefund(
          book,
          { mchid: request.mchid, transactionId: '42', outRefundNo: 'R2', refundFee: 1, totalFee: 1234 },
          t0,
        ),
      ),
    ).toBe('INVALID_TRANSACTIONID')
  })

  test('fifty partial refunds, not fifty-one', () => {
    const { book } = placed()
    pay(book)
    for (let n = 1; n <= 50; n++) expect(codeOf(refund(book, `R${n}`, 1))).toBe('ok')
    expect(codeOf(refund(book, 'R51', 1))).toBe('ERROR')
    expect(queryRefunds(book, { ...ref, offset: 45 })).toMatchObject({ ok: true, total: 50, refunds: { length: 5 } })
    expect(codeOf(queryRefunds(book, { ...ref, offset: 50 }))).toBe('PARAM_ERROR')
  })

  test('a closed refund gives its amount free and starts over under its number', () => {
    const { book, trade } = placed()
    pay(book)
    refund(book, 'R1', 1234)
    expect(codeOf(refund(book, 'R2', 1))).toBe('ERROR')
    settleRefund(book, { mchid: request.mchid, outRefundNo: 'R1' }, 'REFUNDCLOSE', t0)
    expect(stateOf(book, t0)).toBe('SUCCESS')
    expect(refund(book, 'R1', 1234)).toMatchObject({ ok: true, again: false })
    expect(trade.refunds).toHaveLength(1)
  })

  test('law: whatever is asked, no more goes back than was paid, and the fen add up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.array(
          fc.record({
            no: fc.integer({ min: 1, max: 8 }),
            fee: fc.integer({ min: 1, max: 3000 }),
            end: fc.constantFrom('SUCCESS', 'CHANGE', 'REFUNDCLOSE', undefined),
          }),
          { maxLength: 30 },
        ),
        (totalFee, coupon, asks) => {
          const { book, trade } = placed({ totalFee })
          const fee = Math.min(coupon, totalFee)
          payTrade(
            book,
            { prepayId: trade.prepayId, openid: 'oAnna', coupons: fee === 0 ? [] : [{ id: '1', fee, type: 'CASH' }] },
            t0,
          )
          for (const { no, fee: refundFee, end } of asks) {
            requestRefund(book, { ...ref, outRefundNo: `R${no}`, refundFee, totalFee }, t0)
            if (end !== undefined)
              settleRefund(book, { mchid: request.mchid, outRefundNo: `R${no}` }, end as 'SUCCESS', t0)
            const live = trade.refunds.filter((refund) => refund.state !== 'REFUNDCLOSE')
            const back = live.reduce((sum, refund) => sum + refund.refundFee, 0)
            expect(back).toBeLessThanOrEqual(totalFee)
            expect(refundableFee(trade)).toBe(totalFee - back)
            for (const refund of trade.refunds)
              expect(refund.cashRefundFee + refund.couponRefundFee).toBe(refund.refundFee)
          }
        },
      ),
    )
  })
})

test('a book put together again from its trades answers the same', () => {
  const { book, trade } = placed()
  pay(book)
  requestRefund(book, { ...ref, outRefundNo: 'R1', refundFee: 5, totalFee: 1234 }, t0)
  const copy = createBook()
  restoreTrade(copy, JSON.parse(JSON.stringify(trade)))
  expect(stateOf(copy, t0)).toBe('REFUND')
  expect(queryRefunds(copy, { mchid: request.mchid, outRefundNo: 'R1' })).toMatchObject({ ok: true })
  expect(queryTrade(copy, { mchid: request.mchid, transactionId: trade.payment?.transactionId }, t0).ok).toBe(true)
})

test('a notice is repeated fifteen times over 24 hours and 4 minutes', () => {
  expect(noticeDelaysMs).toHaveLength(15)
  expect(noticeDelaysMs.reduce((sum, ms) => sum + ms, 0)).toBe(24 * hour + 4 * min)
})
