import type { WxCloud } from '@pay/backend/wx'
import sdk from 'wx-server-sdk'
import { readConfig } from './config.ts'

/** WeChat cloud development, as every function here finds it. */
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
export const cloud = sdk as unknown as WxCloud
export const db = cloud.database({ throwOnNotFound: false })

export const config = readConfig(process.env)

/** What the platform says of the function that runs. */
export const contextText = (name: 'APPID' | 'ENV'): string | undefined => {
  const value = cloud.getWXContext()[name]
  return value === undefined || value === '' ? undefined : String(value)
}
