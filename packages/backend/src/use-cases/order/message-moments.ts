import type { Message, MessageMoment, MessageMoments } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Moments } from '../vertical.ts'
import { verticalMoments } from '../verticals.ts'

/** Which messages a user can be asked for, and when: what this deployment has of the moments below and of each trade's own. */
export const messageMoments = ({ messages }: Pick<Deps, 'messages'>): MessageMoments => {
  const moments: Partial<Record<MessageMoment, readonly string[]>> = {}
  for (const [moment, wanted] of Object.entries({ ...commonMoments, ...verticalMoments })) {
    const ids = wanted.flatMap((message) => messages.templateIds[message] ?? [])
    if (ids.length > 0) moments[moment as MessageMoment] = ids.slice(0, mostAtOnce)
  }
  return moments
}

/** Every message that somebody can be asked for. */
export const askedMessages = (): readonly Message[] => [
  ...new Set(
    Object.values<readonly Message[] | undefined>({ ...commonMoments, ...verticalMoments }).flatMap((one) => one ?? []),
  ),
]

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
const mostAtOnce = 3

const commonMoments = {
  /** The owner looks at his shop. */
  'owner.watch': ['owner.newOrder', 'owner.unanswered'],
} as const satisfies Moments
