import type { OpenId } from '@pay/core'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Host } from '../../serve/serve.ts'
import type { WxCloud } from './wx-cloud.ts'

/**
 * The cloud function as a host. A caller is a client of this app and nothing else: SOURCE is exact, because a function
 * called by another function carries the openid too (`wx_client,scf`). DevTools' simulator is a client as well.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
export const wxHost = (cloud: WxCloud, options: { clock: Clock; log: Log; budgetMs: number }): Host => ({
  ...options,
  caller() {
    const { SOURCE, OPENID, CLIENTIP, CLIENTIPV6 } = cloud.getWXContext()
    if (SOURCE !== 'wx_client' && SOURCE !== 'wx_devtools') return undefined
    if (typeof OPENID !== 'string' || OPENID === '') return undefined
    return { openid: OPENID as OpenId, clientIp: String(CLIENTIP ?? CLIENTIPV6 ?? '127.0.0.1') }
  },
  requestId: (context) => {
    const { request_id } = (context ?? {}) as { readonly request_id?: unknown }
    return typeof request_id === 'string' ? request_id : 'none'
  },
})
