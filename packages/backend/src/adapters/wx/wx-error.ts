import { PortError } from '../../ports/port-error.ts'

/**
 * The SDK's errors by their text: from version 4 on `errCode` is often -1 for everything.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/error.html
 */
export const textOf = (error: unknown): string => {
  const { code, errCode, errMsg, message } = (error ?? {}) as Readonly<Record<string, unknown>>
  return [code, errCode, errMsg ?? message].filter((part) => part !== undefined).join(' ') || String(error)
}

/** A document with this `_id`, or this value in a unique index, exists. */
export const isDuplicate = (error: unknown): boolean => /E11000|DUPLICATE/.test(textOf(error))

/** What a call of the platform throws, as what it means here: trouble that passes, or a mistake that somebody must mend. */
export const troubleOf = (port: string, error: unknown): Error => {
  const text = textOf(error)
  if (/COLLECTION_NOT_EXIST|Table not exist|-502005/.test(text))
    return new Error(`${port}: ${text} - create the collections and indexes that collections.json lists`, {
      cause: error,
    })
  if (/INVALID_PARAM|-501007|PERMISSION|-502003|-604101|查询参数|必须为/.test(text))
    return new Error(`${port}: ${text}`, { cause: error })
  return new PortError(port, text, { cause: error })
}
