import { balancesOf, unbalanced } from '@pay/core'
import { chargesOf } from '../world/charges.ts'
import { backFen } from './books.ts'
import type { Checker } from './checker.ts'

export const ledger: Checker = {
  name: 'ledger',
  promise: 'The books sum to zero, owe nobody anything, and hold what WeChat holds for us',
  check: (world, found) => {
    const entries = [...world.ledger.values()]
    for (const { id } of unbalanced(entries)) found(`${id} does not sum to zero`)
    const balances = balancesOf(entries)
    let there = 0
    for (const charge of chargesOf(world))
      if (charge.payment !== undefined && !world.isOrphan(charge)) there += charge.totalFee - backFen(charge)
    const here = balances.get('wechat') ?? 0
    if (here !== there) found(`the books say ${here} fen are at WeChat, WeChat says ${there}`)
    for (const [account, fen] of balances)
      if (account.startsWith('owed:')) found(`${account} is still owed ${-fen} fen`)
  },
}
