import { createRequire } from 'node:module'
import type * as Sdk from 'wx-server-sdk'

/** The releases that functions pin; every suite on the SDK runs on both. */
export const sdkVersions = [
  { version: '4.0.2', module: 'wx-server-sdk' },
  { version: '3.0.4', module: 'wx-server-sdk-3' },
] as const

/** The unmodified SDK in this process, redirected as in a function: by the platform's own variables. */
export const loadSdk = (module: string, address: string): typeof Sdk => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
    SCF_NAMESPACE: 'emulator-0g0000000000000',
    TCB_ENV: 'emulator-0g0000000000000',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${address}/admin` }),
  })
  const cloud = createRequire(import.meta.url)(module) as typeof Sdk
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  return cloud
}
