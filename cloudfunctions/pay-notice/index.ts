import { serveNotice } from '@pay/backend'
import { readNotice } from '@pay/backend/cloud-pay'
import { cloudPayConfig, deps, host } from '../compose.ts'
import { cloud } from '../platform.ts'

/** What WeChat Pay calls about payments and refunds. Closed to clients by a rule; safe without it. */
export const main = serveNotice(
  deps,
  (event) => {
    const { SOURCE, OPENID } = cloud.getWXContext()
    return readNotice(cloudPayConfig, event, { source: SOURCE, openid: OPENID })
  },
  host(2_500),
)
