import { ownerHandlers, serve } from '@pay/backend'
import { ownerContract } from '@pay/core'
import { deps, host, owners } from '../compose.ts'

/** What owners do. Everybody may call it; whoever is not an owner finds nothing here. */
export const main = serve(ownerContract, ownerHandlers(deps, owners), host(5_000))
