import { servePush } from '@pay/backend'
import { readPush } from '@pay/backend/virtual-payment'
import { deps, host } from '../compose.ts'
import { cloud } from '../platform.ts'
import { virtualPaymentEnv } from '../tip/tip-deps.ts'

/**
 * What WeChat pushes about virtual payment: 云开发 → 设置 → 其他设置 → 消息推送, type `event`, every event that begins
 * with xpay_. Closed to clients by a rule; safe without it. Apple's questions are to be answered within 3 seconds.
 */
export const main = servePush(
  deps,
  (event) => readPush(virtualPaymentEnv, event, { source: cloud.getWXContext().SOURCE }),
  host(2_000),
)
