import type { Book } from './book.ts'
import { type Refusal, refuse } from './types.ts'

type Right = 'jsapi' | 'refundApi' | 'billApi'

/** Why this merchant may not: unknown, the mini-program is not bound to it, or the provider lacks the authorisation. */
export const merchantRefusal = (book: Book, mchid: string, right: Right, appid?: string): Refusal | undefined => {
  const merchant = book.merchants.get(mchid)
  if (merchant === undefined)
    return book.strictMerchants ? refuse('MCHID_NOT_EXIST', '商户号mch_id或sub_mch_id不存在') : undefined
  if (appid !== undefined && merchant.appids !== undefined && !merchant.appids.includes(appid))
    return refuse('APPID_MCHID_NOT_MATCH', 'sub_mch_id与sub_appid不匹配')
  return merchant[right] === false ? refuse('NOAUTH', '特约子商户商户号未授权服务商的产品权限') : undefined
}
