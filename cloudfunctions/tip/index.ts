import { serve, tipHandlers } from '@pay/backend'
import { tipContract } from '@pay/core'
import { deps, host } from '../compose.ts'

export const main = serve(tipContract, tipHandlers(deps), host(3_000))
