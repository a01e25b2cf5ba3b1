import { describe, expect, it } from 'vitest'
import { fen } from '../../money/fen.ts'
import { after, paid, placed } from '../../shop/testing.ts'
import { applyDetailChange, change } from '../change.ts'

describe('what a vertical decided', () => {
  it('is nothing when it decided nothing', () => {
    const order = placed()
    expect(applyDetailChange(order, undefined, 0)).toBe(order)
    expect(change(order, 5, {})).toStrictEqual(order)
  })

  it('is written into the order with its line, its effects and its refunds, as the system’s doing', () => {
    const order = paid()
    const refunds = [{ key: 'k', amountFen: fen(1), reason: 'notTaken' }] as const
    const detail = { ...order.detail, remark: 'x' } as typeof order.detail
    const next = applyDetailChange(order, { detail, refunds, history: [{ by: 'owner', what: 'shop.x' }] }, 7)
    expect(next.detail).toBe(detail)
    expect(next.history.slice(-2)).toStrictEqual([
      { atMs: 7, by: 'owner', what: 'shop.x' },
      { atMs: 7, by: 'system', what: 'refund.requested', facts: { amountFen: 1, reason: 'notTaken' } },
    ])
    expect(next.refunds).toMatchObject([{ amountFen: 1, reason: 'notTaken' }])
  })

  it('completes what is paid, and nothing else', () => {
    const completes = { detail: paid().detail, completes: true }
    expect(applyDetailChange(paid(), completes, 0).state).toBe('completed')
    expect(applyDetailChange(placed(), completes, 0).state).toBe('unpaid')
    expect(applyDetailChange(paid(), { detail: paid().detail }, 0).state).toBe('paid')
    const refunded = { ...after(paid(), { kind: 'timePassed' }), state: 'refunded' as const }
    expect(applyDetailChange(refunded, completes, 0).state).toBe('refunded')
  })

  it('throws when its refund does not fit: the vertical computed it from the order itself', () => {
    const refunds = [{ key: 'k', amountFen: fen(9_999_999), reason: 'notTaken' }] as const
    expect(() => applyDetailChange(paid(), { detail: paid().detail, refunds }, 0)).toThrow(
      `${paid().orderNo}: refund k was refused: REFUND_TOO_MUCH`,
    )
  })
})
