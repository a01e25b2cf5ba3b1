import type { Deps, Owners } from '@pay/backend'
import { type CloudPayApi, type CloudPayConfig, cloudPayGateway } from '@pay/backend/cloud-pay'
import { consoleLog, randomIds, systemClock } from '@pay/backend/system'
import {
  wxBookmarkStore,
  wxFiles,
  wxHintStore,
  wxHost,
  wxIncidentStore,
  wxLedgerStore,
  wxMessages,
  wxOrderStore,
  wxTextCheck,
} from '@pay/backend/wx'
import type { OpenId } from '@pay/core'
import { errandDeps } from './errand/errand-deps.ts'
import { readMessageTemplates } from './message-templates.ts'
import { cloud, config, contextText, db } from './platform.ts'
import { shopDeps } from './shop/shop-deps.ts'
import { tipDeps, tipGateways } from './tip/tip-deps.ts'

export const cloudPayConfig: CloudPayConfig = {
  subMchId: config.subMchId,
  appId: () => config.appId ?? contextText('APPID'),
  // The function's own environment, by its full id: an alias would make every notice go nowhere.
  envId: () => contextText('ENV') ?? '',
  noticeFunction: 'pay-notice',
}

/** The composition root of all functions: the ports on WeChat cloud development, one line per vertical. */
export const deps: Deps = {
  orders: wxOrderStore(db),
  ledger: wxLedgerStore(db),
  incidents: wxIncidentStore(db),
  hints: wxHintStore(db),
  bookmarks: wxBookmarkStore(db),
  gateways: {
    cloudPay: cloudPayGateway(cloud.cloudPay as unknown as CloudPayApi, cloudPayConfig),
    ...tipGateways,
  },
  ...shopDeps,
  ...errandDeps,
  ...tipDeps,
  files: wxFiles(cloud),
  textCheck: wxTextCheck(cloud),
  messages: wxMessages(cloud, readMessageTemplates(process.env)),
  ownerOpenids: config.ownerOpenids as readonly OpenId[],
  clock: systemClock,
  ids: randomIds,
  log: consoleLog,
}

const ownerOpenids = new Set(config.ownerOpenids)

export const owners: Owners = { has: (openid) => ownerOpenids.has(openid) }

/** `budgetMs`: how long a call may work on effects before it answers; well inside the `timeout` of its config.json. */
export const host = (budgetMs: number) => wxHost(cloud, { clock: systemClock, log: consoleLog, budgetMs })
