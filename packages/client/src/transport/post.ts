import { answerWithinMs, TransportError } from './transport.ts'

/** Posts JSON to a path of one address and gives the parsed body. Throws a TransportError when there is none. */
export type Post = (path: string, body: object) => Promise<unknown>

/** `Taro.request` or `wx.request`: resolves for any status, rejects when nothing came back. */
export type Requests = (options: {
  url: string
  method: 'POST'
  header: Record<string, string>
  data: object
  timeout: number
}) => Promise<{ readonly statusCode: number; readonly data: unknown }>

/** `user` is asked at each call: a person may change who they are while the page stays open. */
export const postTo =
  (address: () => string, user: () => string, request: Requests): Post =>
  async (path, body) => {
    const answer = await request({
      url: address() + path,
      method: 'POST',
      // A header holds no Chinese; the door reads it back.
      header: { 'content-type': 'application/json', 'x-emulator-user': encodeURIComponent(user()) },
      data: body,
      timeout: answerWithinMs,
    }).catch((cause: unknown) => {
      throw new TransportError('nothing came back', { cause })
    })
    if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data
    throw new TransportError(`HTTP ${answer.statusCode}`)
  }
