import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutRefundNo, OutTradeNo } from '../../identity/ids.ts'
import { orderEntries } from '../../ledger/order-entries.ts'
import { fen } from '../../money/fen.ts'
import type { Order } from '../../order/order.ts'
import { outRefundNoOf } from '../../refund/out-refund-no.ts'
import { after, buyer, paid } from '../../shop/testing.ts'
import type { BillRow } from '../bill-row.ts'
import { reconcile } from '../reconcile.ts'

const dayMs = 86_400_000
const day = { fromMs: 0, untilMs: dayMs }
const noon = dayMs / 2

const sold = paid(undefined, noon)
const outTradeNo = sold.attempts[0]?.outTradeNo as OutTradeNo
const outRefundNo = outRefundNoOf(outTradeNo, 'a')
const refunded = (atMs: number): Order => {
  const give = { kind: 'refund', by: 'owner', key: 'a', amountFen: fen(100), reason: 'merchantDecision' } as const
  return after(after(sold, give, noon), { kind: 'refundSeen', outRefundNo, move: 'settle' }, atMs)
}
const payment = (fields: Partial<BillRow> = {}): BillRow => ({
  kind: 'payment',
  outTradeNo,
  transactionId: 't1',
  payer: buyer,
  atMs: noon,
  amountFen: fen(3987),
  ...fields,
})
const refund = (fields: Partial<BillRow> = {}): BillRow =>
  payment({ kind: 'refund', outRefundNo, refundId: 'r1', amountFen: fen(100), refundState: 'settled', ...fields })
const run = (bill: readonly BillRow[], order: Order | undefined) =>
  reconcile(bill, order === undefined ? [] : orderEntries(order), day)

describe('a day’s bill against the books', () => {
  it('matches payments and refunds that are on both sides', () => {
    expect(run([payment(), refund()], refunded(noon))).toEqual({ matched: 2, differences: [] })
    expect(run([], undefined)).toEqual({ matched: 0, differences: [] })
  })

  it('tells an order of its payment that nobody heard of', () => {
    expect(run([payment()], undefined)).toEqual({
      matched: 0,
      differences: [
        { id: `missingHere:pay:${outTradeNo}`, kind: 'missingHere', row: payment(), todo: 'tellOrderPaid' },
      ],
    })
  })

  it('gives money back that no order of ours can explain', () => {
    const foreign = payment({ outTradeNo: '1700000000000123' as OutTradeNo })
    expect(run([foreign], sold).differences).toMatchObject([
      { kind: 'missingHere', todo: 'refundOrphan' },
      { kind: 'missingThere' },
    ])
  })

  it('tells an order of a refund of its own; one made by hand is for a person', () => {
    const todo = (row: BillRow) => run([payment(), row], sold).differences
    expect(todo(refund())).toMatchObject([{ kind: 'missingHere', todo: 'tellOrderRefunded' }])
    expect(todo(refund({ outRefundNo: 'by-hand' as OutRefundNo }))).toMatchObject([{ todo: 'askPerson' }])
    const { outRefundNo: _, ...unnamed } = refund()
    expect(todo(unnamed)).toMatchObject([{ id: 'missingHere:refund:r1?:settled', todo: 'askPerson' }])
    const { refundId: __, ...nameless } = unnamed
    expect(todo(nameless)).toMatchObject([{ id: 'missingHere:refund:?:settled', todo: 'askPerson' }])
    expect(todo(refund({ outTradeNo: '1700000000000123' as OutTradeNo }))).toMatchObject([{ todo: 'askPerson' }])
  })

  it('looks past refunds that WeChat has not carried out', () => {
    for (const refundState of ['accepted', 'abnormal', 'closed'] as const)
      expect(run([payment(), refund({ refundState })], sold)).toEqual({ matched: 1, differences: [] })
    const { refundState: _, ...silent } = refund()
    expect(run([payment(), silent], refunded(noon))).toEqual({ matched: 2, differences: [] })
  })

  it('shows both sides where the amounts differ, and lets a person decide', () => {
    const row = payment({ amountFen: fen(3986) })
    const [entry] = orderEntries(sold)
    expect(run([row], sold)).toEqual({
      matched: 0,
      differences: [{ id: `amountDiffers:pay:${outTradeNo}`, kind: 'amountDiffers', row, entry, todo: 'askPerson' }],
    })
    expect(run([payment(), refund({ amountFen: fen(99) })], refunded(noon))).toMatchObject({
      matched: 1,
      differences: [{ kind: 'amountDiffers' }],
    })
  })

  it('asks WeChat for what is missing there, and waits at the edge of the day', () => {
    const [entry] = orderEntries(sold)
    const id = `missingThere:pay:${outTradeNo}`
    expect(run([], sold).differences).toEqual([{ id, kind: 'missingThere', entry, todo: 'askWeChat' }])
    const late = (atMs: number) => run([], paid(undefined, atMs)).differences.map(({ todo }) => todo)
    expect(late(dayMs - 600_001)).toEqual(['askWeChat'])
    expect(late(dayMs - 600_000)).toEqual(['waitForNextBill'])
    expect(late(dayMs - 1)).toEqual(['waitForNextBill'])
    expect(run([payment()], refunded(noon)).differences).toMatchObject([{ todo: 'waitForNextBill' }])
  })

  it('misses nothing that is of another day, and still matches it', () => {
    expect(run([], paid(undefined, dayMs))).toEqual({ matched: 0, differences: [] })
    expect(run([payment()], paid(undefined, dayMs))).toEqual({ matched: 1, differences: [] })
    const tomorrow = { fromMs: dayMs, untilMs: 2 * dayMs }
    expect(reconcile([], orderEntries(sold), tomorrow).differences).toEqual([])
    expect(reconcile([], orderEntries(sold), { fromMs: noon, untilMs: dayMs }).differences).toHaveLength(1)
  })

  it('finds exactly what was changed: each row dropped, altered or added is one difference', () => {
    const change = fc.constantFrom('none', 'dropped', 'altered')
    fc.assert(
      fc.property(change, change, fc.boolean(), (first, second, added) => {
        const apply = (row: BillRow, what: string) =>
          what === 'dropped' ? [] : [what === 'altered' ? { ...row, amountFen: fen(row.amountFen + 1) } : row]
        const foreign = payment({ outTradeNo: 'foreign-1' as OutTradeNo })
        const bill = [...apply(payment(), first), ...apply(refund(), second), ...(added ? [foreign] : [])]
        const { matched, differences } = run(bill, refunded(noon))
        const changes = [first, second].filter((one) => one !== 'none').length
        expect(matched).toBe(2 - changes)
        expect(differences).toHaveLength(changes + (added ? 1 : 0))
        expect(new Set(differences.map(({ id }) => id)).size).toBe(differences.length)
      }),
    )
  })
})
