import type { Invocation } from '../service.ts'

/** Who calls, for the timeline. */
export const partyOf = ({ source }: Invocation) => {
  if (source.endsWith(',scf') || source === 'scf') return 'function'
  return { wx_paycallback: 'wechat', wx_trigger: 'timer', wx_client: 'client' }[source] ?? source
}

/** `order.place` tells more than `order` where the event names an action. */
export const nameOf = ({ functionName, event }: Invocation) => {
  const { action, type, $url } = (event ?? {}) as Record<string, unknown>
  const word = [action, type, $url].find((value) => typeof value === 'string' && value.length < 40)
  return word === undefined ? functionName : `${functionName}.${word}`
}
