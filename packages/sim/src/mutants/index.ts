import type { Mutant } from './mutant.ts'
import { orderMutants } from './order-mutants.ts'
import { refundMutants } from './refund-mutants.ts'
import { serverMutants } from './server-mutants.ts'
import { stockMutants } from './stock-mutants.ts'
import { tipMutants } from './tip-mutants.ts'

/** Every known bug, by where in our code it would live. */
export const catalogue: readonly Mutant[] = [
  ...orderMutants,
  ...refundMutants,
  ...stockMutants,
  ...tipMutants,
  ...serverMutants,
]
