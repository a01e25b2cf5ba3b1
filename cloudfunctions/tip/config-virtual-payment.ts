import type { VirtualPaymentConfig } from '@pay/backend/virtual-payment'

/**
 * 小程序后台 → 虚拟支付 → 基本配置, as environment variables of the functions tip, order, owner, tip-pay-notice and
 * housekeeping: `APP_ID`, `APP_SECRET`, `VIRTUAL_PAY_OFFER_ID`, `VIRTUAL_PAY_APP_KEY`, and `VIRTUAL_PAY_ENV` (0 real, 1
 * sandbox; each has its own key). None set: no tips. Some but not all: throws with those that are missing.
 */
export const readVirtualPayment = (
  env: Readonly<Record<string, string | undefined>>,
  /** Of an emulator; undefined in the cloud. */
  localAddress: string | undefined,
): VirtualPaymentConfig | undefined => {
  const given = names.filter((name) => env[name] !== undefined && env[name] !== '')
  if (given.length === 0) return localAddress === undefined ? undefined : { ...local, apiBase: localAddress }
  const missing = [...names, 'APP_ID'].filter((name) => env[name] === undefined || env[name] === '')
  if (missing.length > 0)
    throw new Error(`tips need the environment variables ${missing.join(', ')} of this function as well`)
  const sandbox = env.VIRTUAL_PAY_ENV ?? '0'
  if (sandbox !== '0' && sandbox !== '1')
    throw new Error('the environment variable VIRTUAL_PAY_ENV is 0 for real money or 1 for the sandbox')
  return {
    appId: String(env.APP_ID),
    appSecret: String(env.APP_SECRET),
    offerId: String(env.VIRTUAL_PAY_OFFER_ID),
    appKey: String(env.VIRTUAL_PAY_APP_KEY),
    env: sandbox === '1' ? 1 : 0,
    apiBase: localAddress ?? 'https://api.weixin.qq.com',
    timeoutMs: 3_000,
  }
}

const names = ['APP_SECRET', 'VIRTUAL_PAY_OFFER_ID', 'VIRTUAL_PAY_APP_KEY'] as const

/** The emulator's own account, which leads to no money. */
const local = {
  appId: 'wx000000000000e100',
  appSecret: '2be9e5c4685bfa42fcc9cc328d3c7951',
  offerId: '1450000001',
  appKey: 'zzIJUCn-2OS2OA9YGuv0uA',
  env: 0,
  timeoutMs: 3_000,
} as const
