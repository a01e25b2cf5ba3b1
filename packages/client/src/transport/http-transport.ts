import type { Post } from './post.ts'
import { type Transport, TransportError } from './transport.ts'

/** Cloud functions behind the emulator's door for clients, which answers as `wx.cloud.callFunction` does. */
export const httpTransport = (post: Post): Transport => ({
  call: async (functionName, event) => {
    const answer = await post('/client/call', { name: functionName, data: event })
    if (isAnswer(answer) && 'result' in answer) return answer.result
    throw new TransportError(isAnswer(answer) ? String(answer.errMsg) : 'the door answered no object')
  },
})

const isAnswer = (value: unknown): value is { readonly result?: unknown; readonly errMsg?: unknown } =>
  typeof value === 'object' && value !== null
