import { serveTimer } from '@pay/backend'
import { deps, host } from '../compose.ts'
import { cloud } from '../platform.ts'

/** Every minute: closes, queries, retries, releases. Closed to clients by a rule; refuses them without it. */
export const main = serveTimer(deps, () => cloud.getWXContext().SOURCE === 'wx_trigger', host(40_000))
