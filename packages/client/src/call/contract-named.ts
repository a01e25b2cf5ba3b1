import type { Contract } from '@pay/core'

/** A contract by its name alone: typed like the real one, without its schemas, which only the server needs at run time. */
export const contractNamed = <C extends Contract>(name: C['name']): NamedContract<C> => ({ name })

/** What a caller needs of a contract; every contract is one. */
export interface NamedContract<C extends Contract> {
  readonly name: C['name']
  /** Type only: never present at run time. */
  readonly actions?: C['actions']
}
