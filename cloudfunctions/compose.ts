import type { Deps, Owners, TipPorts } from '@pay/backend'
import { type CloudPayApi, type CloudPayConfig, cloudPayGateway } from '@pay/backend/cloud-pay'
import { consoleLog, fetchHttp, hmacSigner, randomIds, straightLineDistance, systemClock } from '@pay/backend/system'
import { type VirtualPaymentConfig, virtualPayment } from '@pay/backend/virtual-payment'
import {
  type WxCloud,
  type WxDatabase,
  wxAccessTokenStore,
  wxBookmarkStore,
  wxCouponStore,
  wxCreatorStore,
  wxFiles,
  wxGoodsStore,
  wxHintStore,
  wxHoldStore,
  wxHost,
  wxIncidentStore,
  wxLedgerStore,
  wxMessages,
  wxOrderStore,
  wxReputationStore,
  wxRunnerStore,
  wxSessionStore,
  wxSettingsStore,
  wxSignedPaymentStore,
  wxTextCheck,
  wxTipBoard,
} from '@pay/backend/wx'
import { tipSaleOf } from '@pay/core'
import sdk from 'wx-server-sdk'
import { readConfig } from './config.ts'

/** The composition root of all functions: the ports on WeChat cloud development. */
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
export const cloud = sdk as unknown as WxCloud

const config = readConfig(process.env)
const db = cloud.database({ throwOnNotFound: false })

const contextText = (name: 'APPID' | 'ENV'): string | undefined => {
  const value = cloud.getWXContext()[name]
  return value === undefined || value === '' ? undefined : String(value)
}

export const cloudPayConfig: CloudPayConfig = {
  subMchId: config.subMchId,
  appId: () => config.appId ?? contextText('APPID'),
  // The function's own environment, by its full id: an alias would make every notice go nowhere.
  envId: () => contextText('ENV') ?? '',
  noticeFunction: 'pay-notice',
}

/** What takes tips, or nothing where virtual payment is not configured. */
const tipPorts = (database: WxDatabase, at: VirtualPaymentConfig | undefined): TipPorts | undefined => {
  if (at === undefined) return undefined
  const signed = wxSignedPaymentStore(database)
  const [tokens, sessions] = [wxAccessTokenStore(database), wxSessionStore(database)]
  const parts = { config: at, http: fetchHttp, tokens, sessions, signed, clock: systemClock, log: consoleLog }
  return {
    creators: wxCreatorStore(database),
    board: wxTipBoard(database),
    textCheck: wxTextCheck(cloud),
    virtualPayment: virtualPayment({ ...parts, saleOf: tipSaleOf }),
    signed,
  }
}

const tip = tipPorts(db, config.virtualPayment)

export const virtualPaymentEnv = { env: config.virtualPayment?.env ?? 0 } as const

export const deps: Deps = {
  orders: wxOrderStore(db),
  goods: wxGoodsStore(db),
  stock: wxHoldStore(db, 'stock'),
  coupons: wxCouponStore(db),
  settings: wxSettingsStore(db, systemClock.nowMs),
  ledger: wxLedgerStore(db),
  incidents: wxIncidentStore(db),
  hints: wxHintStore(db),
  bookmarks: wxBookmarkStore(db),
  gateways: {
    cloudPay: cloudPayGateway(cloud.cloudPay as unknown as CloudPayApi, cloudPayConfig),
    ...(tip === undefined ? {} : { virtualPayment: tip.virtualPayment }),
  },
  ...(tip === undefined ? {} : { tip }),
  errand: {
    runners: wxRunnerStore(db),
    reputations: wxReputationStore(db),
    distance: straightLineDistance,
    signer: hmacSigner(() => config.quoteKeys),
  },
  files: wxFiles(cloud),
  messages: wxMessages(cloud),
  clock: systemClock,
  ids: randomIds,
  log: consoleLog,
}

const ownerOpenids = new Set(config.ownerOpenids)

export const owners: Owners = { has: (openid) => ownerOpenids.has(openid) }

/** `budgetMs`: how long a call may work on effects before it answers; well inside the `timeout` of its config.json. */
export const host = (budgetMs: number) => wxHost(cloud, { clock: systemClock, log: consoleLog, budgetMs })
