import type { Mutant } from './mutant.ts'
import { orderMutants } from './order-mutants.ts'

/** Every known bug, by where in our code it would live. */
export const catalogue: readonly Mutant[] = [...orderMutants]
