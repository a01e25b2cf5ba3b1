import { balancesOf } from '@pay/core'
import type { Checker } from './checker.ts'

export const runnerMoney: Checker = {
  name: 'runnerMoney',
  promise:
    'A runner has what the tasks brought, less what was withdrawn and taken back, and a slot for each task in hand',
  check: (world, found) => {
    const balances = balancesOf(world.ledger.values())
    for (const { openid, availableFen, owedFen, payouts, slots } of world.runners.values()) {
      let waiting = 0
      for (const { state, amountFen } of Object.values(payouts)) if (state === 'requested') waiting += amountFen
      const books = -(balances.get(`runner:${openid}`) ?? 0)
      const here = availableFen + waiting - owedFen
      if (here !== books) found(`${openid} has ${here} fen, the books say ${books}`)
      if (availableFen < 0) found(`${openid} has ${availableFen} fen`)
      // A crash may leave a slot too many, which the next take finds idle; never one too few.
      for (const { orderNo, detail } of world.orders.values()) {
        if (detail.vertical !== 'errand' || detail.runner?.openid !== openid) continue
        if (detail.task !== 'taken' && detail.task !== 'pickedUp') continue
        if (!Object.keys(slots).some((slot) => slot.startsWith(orderNo)))
          found(`${openid} has ${orderNo} without a slot`)
      }
    }
  },
}
