import type { Account, LedgerEntry } from './ledger-entry.ts'

/** What every account comes to. Accounts at zero are left out; all of them together come to zero. */
export const balancesOf = (entries: Iterable<LedgerEntry>): ReadonlyMap<Account, number> => {
  const balances = new Map<Account, number>()
  for (const { postings } of entries)
    for (const { account, fen } of postings) {
      const balance = (balances.get(account) ?? 0) + fen
      if (balance === 0) balances.delete(account)
      else balances.set(account, balance)
    }
  return balances
}

/** Entries that do not sum to zero, or move nothing: there are none, or somebody wrote the books by hand. */
export const unbalanced = (entries: Iterable<LedgerEntry>): readonly LedgerEntry[] =>
  // Stryker disable next-line ArithmeticOperator: the negative of the sum is 0 exactly when the sum is
  [...entries].filter(({ postings }) => postings.length < 2 || postings.reduce((sum, { fen }) => sum + fen, 0) !== 0)
