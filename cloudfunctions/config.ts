/** What every deployment has to say of itself, as environment variables of each function (console → 云函数 → 环境变量). */
export interface DeploymentConfig {
  /** `SUB_MCH_ID`: our merchant id, 8 to 10 digits, bound to cloud development (云开发 → 设置 → 微信支付). */
  readonly subMchId: string
  /** `APP_ID`, optional: this mini-program's appid, so that notices and queries are matched against it as well. */
  readonly appId?: string
  /** `OWNER_OPENIDS`: who may call the function `owner`, openids with commas between. Absent: nobody. */
  readonly ownerOpenids: readonly string[]
}

/** Reads it once, when the function starts. Throws with what to set and where. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): DeploymentConfig => {
  const subMchId = env.SUB_MCH_ID ?? (isLocal(env) ? localSubMchId : undefined)
  if (subMchId === undefined || !/^\d{8,10}$/.test(subMchId))
    throw new Error(
      'set the environment variable SUB_MCH_ID of this function to your WeChat Pay merchant id (8 to 10 digits)',
    )
  const appId = env.APP_ID
  if (appId !== undefined && !/^wx[0-9a-f]{16}$/.test(appId))
    throw new Error('the environment variable APP_ID is not an appid: wx and 16 characters of 0-9a-f')
  return {
    subMchId,
    ownerOpenids: listOf(env.OWNER_OPENIDS ?? (isLocal(env) ? localOwner : '')),
    ...(appId === undefined ? {} : { appId }),
  }
}

/** Words with commas between. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Any merchant will do on this machine: the emulator makes its book when it is first named. */
const localSubMchId = '1900009231'

/** The emulator's user named `owner`. */
const localOwner = 'ou6d5qDhDWT-qUx-bLqfCPm8HfsQ'

/** The platform names its own address in this variable; only an emulator's is this machine. */
export const localAddress = (env: Readonly<Record<string, string | undefined>>): string | undefined => {
  try {
    const { URL: address } = JSON.parse(env.TCB_CONTEXT_CNFG ?? '{}') as { URL?: unknown }
    if (typeof address !== 'string') return undefined
    const { hostname, origin } = new URL(address)
    return ['127.0.0.1', 'localhost'].includes(hostname) ? origin : undefined
  } catch {
    return undefined
  }
}

export const isLocal = (env: Readonly<Record<string, string | undefined>>): boolean => localAddress(env) !== undefined
