import type { OpenId, Rail } from '@pay/core'
import type { BookmarkStore } from './ports/bookmark-store.ts'
import type { Clock } from './ports/clock.ts'
import type { Files } from './ports/files.ts'
import type { Gateway } from './ports/gateway.ts'
import type { HintStore } from './ports/hint-store.ts'
import type { Ids } from './ports/ids.ts'
import type { IncidentStore } from './ports/incident-store.ts'
import type { LedgerStore } from './ports/ledger-store.ts'
import type { Log } from './ports/log.ts'
import type { Messages } from './ports/messages.ts'
import type { OrderStore } from './ports/order-store.ts'
import type { TextCheck } from './ports/text-check.ts'
import type { VerticalDeps } from './use-cases/vertical-deps.ts'

/** Everything the use cases ask of the world. A composition root makes one of these, tests and the simulator another. */
export interface Deps extends VerticalDeps {
  readonly orders: OrderStore
  readonly ledger: LedgerStore
  readonly incidents: IncidentStore
  readonly hints: HintStore
  readonly bookmarks: BookmarkStore
  /** One per rail that this deployment has. */
  readonly gateways: Partial<Readonly<Record<Rail, Gateway>>>
  readonly files: Files
  readonly messages: Messages
  readonly textCheck: TextCheck
  /** Who is told of new orders. Absent: nobody. */
  readonly ownerOpenids?: readonly OpenId[]
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

/** The rail's gateway. A payment on a rail that the deployment lacks is a mistake of configuration. */
export const gatewayOf = (deps: Pick<Deps, 'gateways'>, rail: Rail): Gateway => {
  const gateway = deps.gateways[rail]
  if (gateway === undefined) throw new Error(`no gateway for the rail ${rail}: see this function's composition root`)
  return gateway
}
