import { orderHandlers, serve } from '@pay/backend'
import { orderContract } from '@pay/core'
import { deps, host } from '../compose.ts'

export const main = serve(orderContract, orderHandlers(deps), host(3_000))
