import { type LedgerEntry, moveMoney } from './ledger-entry.ts'

/** What a runner withdrew, once it is paid: by WeChat, or past it by the owner's own hand. */
export const payoutEntry = (payout: {
  readonly payoutNo: string
  readonly runner: string
  readonly amountFen: number
  readonly paidAtMs: number
  readonly by: 'wechat' | 'bank'
}): LedgerEntry =>
  moveMoney(`payout:${payout.payoutNo}`, {
    from: payout.by,
    to: `runner:${payout.runner}`,
    amount: payout.amountFen,
    atMs: payout.paidAtMs,
  })
