import { describe, expect, it } from 'vitest'
import type { OrderNo, RequestId } from '../../identity/ids.ts'
import { orderEntries } from '../../ledger/order-entries.ts'
import { fen } from '../../money/fen.ts'
import { placeOrder } from '../../order/place-order.ts'
import { viewOrder } from '../../order/view-order.ts'
import { after, buyer, effectsOf, noon, paidFor, refusalOf } from '../testing.ts'

const placed = placeOrder(
  {
    orderNo: 'E'.repeat(26) as OrderNo,
    buyer,
    requestId: 'request-0000000009' as RequestId,
    requestDigest: 'digest',
    detail: {
      vertical: 'errandExtra',
      of: 'T'.repeat(26) as OrderNo,
      purpose: 'tip',
      amountFen: fen(300),
      extra: 'none',
    },
    totalFen: fen(300),
    body: '加小费',
    clientIp: '127.0.0.1',
    nonce: 'nonce',
  },
  noon,
)
const paid = paidFor(placed)
const credited = { kind: 'errandExtra.credited' } as const
const refused = { kind: 'errandExtra.refused' } as const

describe('a further payment', () => {
  it('asks to join its task once it is paid, and is completed when the task has it', () => {
    expect(effectsOf(paid)).toEqual([{ kind: 'errandExtra.credit' }])
    const joined = after(paid, credited)
    expect(joined).toMatchObject({ state: 'completed', detail: { extra: 'credited' }, refunds: [] })
    expect(effectsOf(joined)).toContainEqual({ kind: 'errandExtra.uploadDelivery' })
    expect(joined.outbox.map(({ key }) => key)).toEqual(['credit', 'upload'])
    expect(joined.attempts.map(({ rail }) => rail)).toEqual(['cloudPay'])
    expect(after(joined, credited)).toBe(joined)
    expect(refusalOf(joined, refused)).toEqual({ code: 'EXTRA_NOT_NOW', extra: 'credited' })
    expect(viewOrder(joined, 'buyer', noon).detail).toMatchObject({ vertical: 'errandExtra', purpose: 'tip' })
  })

  it('goes back when the task has no use for it', () => {
    const back = after(paid, refused)
    expect(back).toMatchObject({
      detail: { extra: 'returned' },
      refunds: [{ amountFen: 300, reason: 'merchantDecision' }],
    })
    expect(back.history).toContainEqual({ atMs: noon, by: 'system', what: 'errandExtra.returned' })
    expect(back.outbox.map(({ key }) => key)).toEqual(['credit', expect.stringMatching(/^refund:.*-all$/)])
    expect(after(back, refused)).toBe(back)
    expect(refusalOf(back, credited)).toEqual({ code: 'EXTRA_NOT_NOW', extra: 'returned' })
  })

  it('that its task gave back before it joined never joins it', () => {
    const all = { kind: 'refund', by: 'system', key: 'split', amountFen: fen(300), reason: 'merchantDecision' } as const
    const gone = after(paid, all)
    expect(gone.detail).toMatchObject({ extra: 'returned' })
    expect(refusalOf(gone, credited)).toEqual({ code: 'EXTRA_NOT_NOW', extra: 'returned' })
  })

  it('is not given back past its task, which counts on it: the owner is told where', () => {
    for (const order of [paid, after(paid, credited)])
      for (const amountFen of [fen(1), fen(300)])
        expect(
          refusalOf(order, { kind: 'refund', by: 'owner', key: 'o-1', amountFen, reason: 'merchantDecision' }),
        ).toEqual({
          code: 'REFUND_BY_ORDER',
          of: 'T'.repeat(26),
        })
  })

  it('is a sale of errands, and nobody is told of it on its own', () => {
    expect(orderEntries(paid)[0]?.postings).toContainEqual({ account: 'sales:errand', fen: -300 })
    expect(paid.outbox.map(({ key }) => key)).toEqual(['credit'])
  })

  it('can give back a part of itself when its task is divided', () => {
    const part = {
      kind: 'refund',
      by: 'system',
      key: 'split',
      amountFen: fen(100),
      reason: 'merchantDecision',
    } as const
    expect(after(after(paid, credited), part)).toMatchObject({ state: 'completed', refunds: [{ amountFen: 100 }] })
  })

  it('unpaid takes no word of its task', () => {
    expect(refusalOf(placed, credited)).toEqual({ code: 'EXTRA_NOT_NOW', extra: 'none' })
  })
})
