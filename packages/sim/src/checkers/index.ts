import type { World } from '../world/world.ts'
import { amounts } from './amounts.ts'
import type { Checker } from './checker.ts'
import { coupons } from './coupons.ts'
import { fulfilOnce } from './fulfil-once.ts'
import { ledger } from './ledger.ts'
import { moneyHasOrder } from './money-has-order.ts'
import { noFalseAlarms } from './no-false-alarms.ts'
import { nothingPayable } from './nothing-payable.ts'
import { nothingStuck } from './nothing-stuck.ts'
import { oneCharge } from './one-charge.ts'
import { oneOrderPerRequest } from './one-order-per-request.ts'
import { oneRunner } from './one-runner.ts'
import { orderHasMoney } from './order-has-money.ts'
import { refunds } from './refunds.ts'
import { runnerMoney } from './runner-money.ts'
import { sameBooks } from './same-books.ts'
import { stock } from './stock.ts'
import { tips } from './tips.ts'

/** Every promise that a healed world is held to, one file each. Some more are watched while things happen: see `World`. */
export const checkers: readonly Checker[] = [
  moneyHasOrder,
  orderHasMoney,
  amounts,
  oneCharge,
  refunds,
  sameBooks,
  ledger,
  fulfilOnce,
  stock,
  coupons,
  oneOrderPerRequest,
  oneRunner,
  runnerMoney,
  tips,
  noFalseAlarms,
  nothingStuck,
  nothingPayable,
]

export const check = (world: World): void => {
  for (const { name, check } of checkers) check(world, (what) => world.found(name, what))
}
