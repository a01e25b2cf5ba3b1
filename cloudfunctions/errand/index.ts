import { errandHandlers, serve } from '@pay/backend'
import { errandContract } from '@pay/core'
import { deps, host } from '../compose.ts'

export const main = serve(errandContract, errandHandlers(deps), host(3_000))
