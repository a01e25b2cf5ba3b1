import type { PayoutNo } from '@pay/core'
import type { Payout, PayoutOrder, TransferAnswer } from '../../../ports/errand/payout.ts'

/** A rail in a Map: takes transfers, waits for the receiver, pays when a test says so. */
export interface MemoryPayout extends Payout {
  /** What it was told to pay, whatever became of it. */
  readonly transfers: ReadonlyMap<PayoutNo, { readonly order: PayoutOrder; readonly answer: TransferAnswer }>
  /** The receiver confirmed, or the transfer came to nothing. */
  end(payoutNo: PayoutNo, how: 'paid' | 'over'): void
}

export const memoryPayout = (): MemoryPayout => {
  const transfers = new Map<PayoutNo, { readonly order: PayoutOrder; readonly answer: TransferAnswer }>()
  const put = (order: PayoutOrder, answer: TransferAnswer): TransferAnswer => {
    transfers.set(order.payoutNo, { order, answer })
    return answer
  }
  return {
    by: 'wechat',
    transfers,
    async transfer(order) {
      const known = transfers.get(order.payoutNo)
      if (known === undefined) return put(order, { kind: 'underWay' })
      const same = known.order.amountFen === order.amountFen && known.order.receiver === order.receiver
      return same ? known.answer : { kind: 'unknown', reason: 'the number is taken by another transfer' }
    },
    async query({ payoutNo }) {
      return transfers.get(payoutNo)?.answer ?? { kind: 'none' }
    },
    async cancel(order) {
      if (transfers.get(order.payoutNo)?.answer.kind === 'paid') return { kind: 'refused', reason: 'it is paid' }
      put(order, { kind: 'over', reason: 'cancelled' })
      return { kind: 'cancelled' }
    },
    end(payoutNo, how) {
      const known = transfers.get(payoutNo)
      if (known?.answer.kind !== 'underWay') throw new Error(`${payoutNo}: nothing is under way`)
      put(
        known.order,
        how === 'paid' ? { kind: 'paid', reference: `W${payoutNo}` } : { kind: 'over', reason: 'failed' },
      )
    },
  }
}
