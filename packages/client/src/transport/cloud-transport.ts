import { type Transport, TransportError } from './transport.ts'

/** The part of `wx.cloud` that is needed; it also rejects with plain objects that carry `errMsg`. */
export interface CallsFunctions {
  callFunction(options: { name: string; data: object }): Promise<{ readonly result?: unknown }>
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html */
export const cloudTransport = (cloud: CallsFunctions): Transport => ({
  call: async (functionName, event) => {
    try {
      const { result } = await cloud.callFunction({ name: functionName, data: event })
      return result
    } catch (cause) {
      throw new TransportError(describe(cause), { cause })
    }
  },
})

const describe = (cause: unknown): string => {
  const message = (cause as { errMsg?: unknown } | null)?.errMsg
  return typeof message === 'string' ? message : String(cause)
}
