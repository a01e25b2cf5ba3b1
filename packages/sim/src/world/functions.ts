import {
  type Deps,
  errandHandlers,
  type Host,
  orderHandlers,
  ownerHandlers,
  serve,
  serveNotice,
  servePush,
  serveTimer,
  shopHandlers,
  tipHandlers,
} from '@pay/backend'
import { readNotice } from '@pay/backend/cloud-pay'
import { readPush } from '@pay/backend/virtual-payment'
import { wxHost } from '@pay/backend/wx'
import { errandContract, type OpenId, orderContract, ownerContract, shopContract, tipContract } from '@pay/core'
import type { Context } from '../engine/process.ts'
import { merchant } from './book-gateway.ts'
import { virtualShop } from './xpay-http.ts'

/** The cloud functions, composed as they are deployed; only what the platform says of an invocation comes from `context`. */
export const functionsOver = (deps: Deps, context: () => Context): Functions => {
  const cloud = { getWXContext: context } as never
  const host = (budgetMs: number): Host => wxHost(cloud, { clock: deps.clock, log: deps.log, budgetMs })
  return {
    shop: serve(shopContract, shopHandlers(deps), host(3_000)),
    errand: serve(errandContract, errandHandlers(deps), host(3_000)),
    tip: serve(tipContract, tipHandlers(deps), host(3_000)),
    order: serve(orderContract, orderHandlers(deps), host(3_000)),
    owner: serve(ownerContract, ownerHandlers(deps, new Set([owner])), host(3_000)),
    'pay-notice': serveNotice(
      deps,
      (event) => readNotice(noticeConfig, event, { source: context().SOURCE, openid: context().OPENID }),
      host(2_500),
    ),
    'virtual-pay-notice': servePush(
      deps,
      (event) => readPush(virtualShop, event, { source: context().SOURCE }),
      host(2_000),
    ),
    housekeeping: serveTimer(deps, () => context().SOURCE === 'wx_trigger', host(40_000)),
  }
}

export type FunctionName =
  | 'shop'
  | 'errand'
  | 'tip'
  | 'order'
  | 'owner'
  | 'pay-notice'
  | 'virtual-pay-notice'
  | 'housekeeping'
export type Functions = Readonly<Record<FunctionName, (event: unknown, context?: unknown) => Promise<unknown>>>

const noticeConfig = {
  subMchId: merchant.mchid,
  appId: () => merchant.appid,
  envId: () => 'env',
  noticeFunction: 'pay-notice',
}

/** The only one who may call `owner`. */
export const owner = 'oOwner0000000000000000000000' as OpenId
