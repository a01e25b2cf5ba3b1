import type { Caller, Invocation } from '../service.ts'

/** What one invocation finds in process.env; whatever of `names` it lacks is unset, so nothing leaks from the last user. */
export const invocationEnv = (
  invocation: Invocation,
  requestId: string,
  token: string,
  envId: string,
): { env: Record<string, string>; unset: readonly string[] } => {
  const timer = invocation.source.split(',')[0] === 'wx_trigger'
  const env: Record<string, string> = {
    TCB_ENV: envId,
    TCB_SEQID: requestId,
    TCB_SOURCE: invocation.source,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    ...(timer ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token } : { WX_API_TOKEN: token }),
    ...callerEnv(invocation.caller),
  }
  // The SDK reads of the WX_ variables only those that are listed here.
  env.WX_CONTEXT_KEYS = Object.keys(env)
    .filter((name) => name.startsWith('WX_'))
    .join(',')
  return { env, unset: names.filter((name) => !(name in env)) }
}

const callerEnv = (caller: Caller | undefined): Record<string, string> =>
  caller === undefined
    ? {}
    : {
        WX_OPENID: caller.openid,
        WX_APPID: caller.appid,
        ...(caller.unionid === undefined ? {} : { WX_UNIONID: caller.unionid }),
        ...(caller.clientIp === undefined ? {} : { WX_CLIENTIP: caller.clientIp }),
      }

const names = [
  'TCB_ENV',
  'TCB_SEQID',
  'TCB_SOURCE',
  'TRIGGER_SRC',
  'TCB_CONTEXT_KEYS',
  'TCB_SESSIONTOKEN',
  'WX_CONTEXT_KEYS',
  'WX_OPENID',
  'WX_APPID',
  'WX_UNIONID',
  'WX_CLIENTIP',
  'WX_CLIENTIPV6',
  'WX_API_TOKEN',
  'WX_TRIGGER_API_TOKEN_V0',
]
