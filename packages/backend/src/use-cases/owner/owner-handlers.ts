import type { ownerContract } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Owners } from '../../ports/owners.ts'
import type { HandlersOf } from '../../serve/serve.ts'
import { errandOwnerHandlers } from '../errand/errand-owner-handlers.ts'
import { shopOwnerHandlers } from '../shop/shop-owner-handlers.ts'
import { tipOwnerHandlers } from '../tip/tip-owner-handlers.ts'
import { commonOwnerHandlers } from './common-owner-handlers.ts'
import { onlyOwners } from './only-owners.ts'

export type OwnerHandlers = HandlersOf<typeof ownerContract>

/** The function `owner`. One line per vertical. */
export const ownerHandlers = (deps: Deps, owners: Owners): OwnerHandlers =>
  onlyOwners(owners, {
    ...commonOwnerHandlers(deps),
    ...shopOwnerHandlers(deps),
    ...errandOwnerHandlers(deps),
    ...tipOwnerHandlers(deps),
  })
