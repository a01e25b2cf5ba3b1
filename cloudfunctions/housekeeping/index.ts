import { serveTimer } from '@pay/backend'
import { cloud, deps, host } from '../compose.ts'

/** Every minute: closes, queries, retries, releases. Closed to clients by a rule; refuses them without it. */
export const main = serveTimer(deps, () => cloud.getWXContext().SOURCE === 'wx_trigger', host(40_000))
