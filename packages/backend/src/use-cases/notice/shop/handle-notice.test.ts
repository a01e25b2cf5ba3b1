import { fen, type OrderNo, type OutRefundNo, type OutTradeNo } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '../../../deps.ts'
import type { PaymentNotice, RefundNotice } from '../../../ports/payment-notice.ts'
import { buyer, type MemoryWorld, memoryWorld, requestId, stranger } from '../../../testing/memory-world.ts'
import { greenCup, line } from '../../../testing/shop/test-goods.ts'
import { keepHouse } from '../../housekeeping/keep-house.ts'
import { cancelOrder } from '../../order/cancel-order.ts'
import { placeShopOrder } from '../../shop/place-shop-order.ts'
import { handleNotice } from '../handle-notice.ts'

const minute = 60_000
let world: MemoryWorld
let orderNo: OrderNo
let outTradeNo: OutTradeNo
beforeEach(async () => {
  world = await memoryWorld()
  const input = { requestId: requestId('a'), lines: [line(greenCup)], remark: '', couponIds: [] }
  const placed = await placeShopOrder(world.deps, input, world.call())
  if (!placed.ok) throw new Error(placed.refusal.code)
  orderNo = placed.value.order.orderNo
  outTradeNo = `${orderNo}-1` as OutTradeNo
})

const payment = (change: Partial<PaymentNotice> = {}): PaymentNotice => ({
  kind: 'payment',
  rail: 'cloudPay',
  outTradeNo,
  transactionId: `4200${outTradeNo}`,
  payer: buyer,
  totalFen: fen(1990),
  ...change,
})
const tell = (notice: PaymentNotice | RefundNotice, deps: Deps = world.deps) =>
  handleNotice(deps, { kind: 'notice', notice }, Number.POSITIVE_INFINITY)
const order = async () => {
  const found = await world.deps.orders.get(orderNo)
  if (found === undefined) throw new Error(`no order ${orderNo}`)
  return found
}
const incidents = async () => (await world.deps.incidents.open({ limit: 9 })).items
const hints = async () => (await world.deps.hints.list({ limit: 9 })).items
const answering = (answer: object): Deps => ({
  ...world.deps,
  gateways: {
    cloudPay: { ...world.wechat, query: async () => answer as never, queryRefund: async () => answer as never },
  },
})

describe('a notice of a payment', () => {
  test('that is forged changes nothing and costs nothing', async () => {
    const nothing = new Proxy({}, { get: () => () => Promise.reject(new Error('asked')) }) as never
    const deps = { ...world.deps, orders: nothing, incidents: nothing, hints: nothing }
    expect(await handleNotice(deps, { kind: 'forged' }, 0)).toBe('refused')
  })

  test('that is strange is kept for a person, once, and acknowledged', async () => {
    for (let i = 0; i < 3; i++)
      expect(await handleNotice(world.deps, { kind: 'strange', field: 'subMchId', digest: 'x' }, 0)).toBe(
        'acknowledged',
      )
    expect(await incidents()).toMatchObject([{ kind: 'strangeNotice', facts: { field: 'subMchId' } }])
  })

  test('is believed only when WeChat says so: until then it is kept and left to repeat', async () => {
    expect(await tell(payment())).toBe('repeat')
    expect((await order()).state).toBe('unpaid')
    expect(await hints()).toHaveLength(1)
    world.wechat.pay(outTradeNo, buyer)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
    expect((await order()).state).toBe('paid')
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
    expect(await hints()).toEqual([])
  })

  test('that nobody can confirm is forgotten after days, and never believed', async () => {
    await tell(payment())
    world.pass(4 * 24 * 60 * minute)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
    expect(await hints()).toEqual([])
    expect((await order()).state).not.toBe('paid')
  })

  test('when WeChat cannot be asked, is kept; housekeeping confirms it', async () => {
    world.wechat.pay(outTradeNo, buyer)
    expect(await tell(payment(), answering({ kind: 'unknown', reason: 'timeout' }))).toBe('repeat')
    expect((await order()).state).toBe('unpaid')
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
    expect((await order()).state).toBe('paid')
  })

  test.each([
    ['another amount', { payer: buyer, payment: { transactionId: 't', totalFen: 1, paidAtMs: 0 } }, 'amount'],
    ['another payer', { payer: stranger, payment: { transactionId: 't', totalFen: 1990, paidAtMs: 0 } }, 'payer'],
  ])('of %s is kept for a person and books nothing', async (_, answer, field) => {
    const before = await order()
    expect(await tell(payment(), answering({ kind: 'paid', ...answer }))).toBe('acknowledged')
    expect(await order()).toEqual(before)
    expect(await incidents()).toMatchObject([{ kind: 'paymentMismatch', facts: { orderNo, field } }])
    expect(JSON.stringify(await incidents())).not.toContain(stranger)
  })

  test('of another merchant is kept for a person and books nothing', async () => {
    const before = await order()
    const mismatch = { kind: 'mismatch', field: 'merchant', saw: '1900000000' }
    expect(await tell(payment(), answering(mismatch))).toBe('acknowledged')
    expect(await order()).toEqual(before)
    expect(await incidents()).toMatchObject([{ kind: 'paymentMismatch', facts: { field: 'merchant' } }])
  })

  test('of no order of ours is listed once WeChat confirms it, and touches no order', async () => {
    const stray = `${'7'.repeat(26)}-1` as OutTradeNo
    world.wechat.payStray(stray, stranger, fen(5))
    expect(await tell(payment({ outTradeNo: stray, payer: stranger }))).toBe('acknowledged')
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
    expect(await incidents()).toMatchObject([{ kind: 'orphanPayment', facts: { outTradeNo: stray, paidFen: 5 } }])
    expect(await hints()).toEqual([])
  })

  test('that names another transaction than the one booked is not taken for a repeat', async () => {
    world.wechat.pay(outTradeNo, buyer)
    await tell(payment())
    const other = { kind: 'paid', payer: buyer, payment: { transactionId: 'other', totalFen: 1990, paidAtMs: 0 } }
    expect(await tell(payment({ transactionId: 'other' }), answering(other))).toBe('acknowledged')
    expect(await incidents()).toMatchObject([{ kind: 'paymentMismatch', facts: { field: 'transaction' } }])
    expect((await order()).attempts).toHaveLength(1)
  })
})

describe('a notice of a refund', () => {
  const outRefundNo = () => `${outTradeNo}-back` as OutRefundNo
  const refund = (change: Partial<RefundNotice> = {}): RefundNotice => ({
    kind: 'refund',
    rail: 'cloudPay',
    outTradeNo,
    outRefundNo: outRefundNo(),
    refundId: '5030',
    totalFen: fen(1990),
    amountFen: fen(1990),
    state: 'settled',
    ...change,
  })
  beforeEach(async () => {
    await cancelOrder(world.deps, { orderNo }, world.call())
    world.wechat.pay(outTradeNo, buyer)
    await tell(payment())
    expect((await order()).refunds).toMatchObject([{ outRefundNo: outRefundNo(), state: 'accepted' }])
  })

  test('settles it, once, however often it comes', async () => {
    world.wechat.settleRefund(outRefundNo())
    for (let i = 0; i < 3; i++) expect(await tell(refund())).toBe('acknowledged')
    const after = await order()
    expect(after.refunds).toMatchObject([{ state: 'settled' }])
    expect(after.history.filter(({ what }) => what === 'refund.settled')).toHaveLength(1)
  })

  test('is believed when the query answers with empty lists, as it does in production', async () => {
    expect(await tell(refund(), answering({ kind: 'unknown', reason: 'empty' }))).toBe('acknowledged')
    expect((await order()).refunds).toMatchObject([{ state: 'settled' }])
  })

  test('is not believed when the query says something else', async () => {
    expect(await tell(refund())).toBe('repeat')
    expect((await order()).refunds).toMatchObject([{ state: 'accepted' }])
    expect(await hints()).toHaveLength(1)
  })

  test('of ours, of a payment that no order explains, calls for nobody once it has arrived', async () => {
    const stray = refund({ outTradeNo: 'stray-1' as OutTradeNo, outRefundNo: 'stray-1-orphan' as OutRefundNo })
    expect(await tell(stray)).toBe('acknowledged')
    expect(await incidents()).toEqual([])
    expect(await tell({ ...stray, state: 'abnormal' })).toBe('acknowledged')
    expect(await incidents()).toMatchObject([
      { kind: 'refundStuck', facts: { outRefundNo: 'stray-1-orphan', answer: 'abnormal' } },
    ])
  })

  test('made by hand at WeChat Pay’s console is told as such, with its order', async () => {
    const { orderNo } = await order()
    expect(await tell(refund({ outRefundNo: 'by-hand-1' as OutRefundNo }))).toBe('acknowledged')
    expect(await incidents()).toMatchObject([{ kind: 'refundStuck', facts: { orderNo, field: 'unknown' } }])
  })

  test.each([
    ['another amount', { amountFen: fen(1) }],
    ['another total', { totalFen: fen(1) }],
    ['a number that we never gave', { outRefundNo: 'by-hand-1' as OutRefundNo }],
  ])('with %s is kept for a person and changes nothing', async (_, change) => {
    world.wechat.settleRefund(outRefundNo())
    const before = await order()
    expect(await tell(refund(change))).toBe('acknowledged')
    expect(await order()).toEqual(before)
    expect(await incidents()).toMatchObject([{ kind: 'refundStuck' }])
  })

  test.each(['abnormal', 'closed'] as const)(
    'that ended %s gave nothing back and is listed: a person decides what next',
    async (state) => {
      world.wechat.settleRefund(outRefundNo(), state)
      expect(await tell(refund({ state }))).toBe('acknowledged')
      const { orderNo, refunds } = await order()
      expect(refunds).toMatchObject([{ state }])
      expect(await incidents()).toMatchObject([{ kind: 'refundStuck', facts: { orderNo, answer: state } }])
    },
  )
})
