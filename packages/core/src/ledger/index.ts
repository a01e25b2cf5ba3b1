export { balancesOf, unbalanced } from './balances.ts'
export { type Account, type LedgerEntry, type Movement, moveMoney, type Posting } from './ledger-entry.ts'
export {
  closedEntryId,
  newEntries,
  orderEntries,
  paymentEntryId,
  refundEntryId,
  settledEntryId,
} from './order-entries.ts'
export { payoutEntry } from './payout-entry.ts'
