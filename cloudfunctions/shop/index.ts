import { serve, shopHandlers } from '@pay/backend'
import { shopContract } from '@pay/core'
import { deps, host } from '../compose.ts'

export const main = serve(shopContract, shopHandlers(deps), host(3_000))
