import type { Transport } from '@pay/client'
import { noteServerTime } from '../server-clock.ts'

/** Sets the app's clock by every answer that tells the server's. */
export const withServerTime = (transport: Transport): Transport => ({
  call: async (functionName, event) => {
    const answer = await transport.call(functionName, event)
    const nowMs = serverTimeIn((answer as { data?: unknown } | null)?.data)
    if (nowMs !== undefined) noteServerTime(nowMs)
    return answer
  },
})

const serverTimeIn = (data: unknown): number | undefined => {
  if (typeof data !== 'object' || data === null) return undefined
  const { nowMs, order, items } = data as Telling & { readonly order?: Telling; readonly items?: readonly Telling[] }
  const told = nowMs ?? order?.nowMs ?? items?.[0]?.nowMs
  return typeof told === 'number' ? told : undefined
}

interface Telling {
  readonly nowMs?: unknown
}
