import type { Invocation } from '../service.ts'

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/userinfo.html */
export const withUserInfo = ({ event, source, caller }: Invocation): unknown =>
  source.startsWith('wx_client') && caller !== undefined && typeof event === 'object' && event !== null
    ? { ...event, userInfo: { appId: caller.appid, openId: caller.openid } }
    : event

/** The second argument of `main`. */
export const functionContext = (
  name: string,
  timeoutMs: number,
  requestId: string,
  envId: string,
  env: Readonly<Record<string, string>>,
) => ({
  callbackWaitsForEmptyEventLoop: false,
  memory_limit_in_mb: 256,
  time_limit_in_ms: timeoutMs,
  request_id: requestId,
  function_name: name,
  function_version: '$LATEST',
  namespace: envId,
  environment: JSON.stringify(env),
})
