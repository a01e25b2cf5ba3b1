import type { MessageMoment, MessageMoments } from '@pay/core'

/** WeChat's question: which of these templates may be sent. Rejects where there is none to ask, or it may not be asked now. */
export type AskUser = (templateIds: string[]) => Promise<Readonly<Record<string, unknown>>>

/**
 * Asks a person for subscribe messages at moments. WeChat opens its question only from a tap, and a call of a function loses
 * the tap: so the ids are read before, by `prepare`, and a moment whose ids are not there yet is passed over.
 * Who refuses once is not asked again for the same moment in this visit.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html
 */
export const messageAsker = (read: () => Promise<MessageMoments | undefined>, askUser: AskUser) => {
  let moments: Promise<MessageMoments | undefined> | undefined
  let known: MessageMoments = {}
  const refused = new Set<MessageMoment>()
  return {
    /** Reads the ids, once; a lost answer is asked for again by the next page. */
    prepare: async (): Promise<void> => {
      moments ??= read()
      const answer = await moments
      if (answer === undefined) moments = undefined
      else known = answer
    },
    /** Call it in the tap itself. Whether anything may be sent; never rejects, and the tap goes on in any case. */
    ask: async (moment: MessageMoment): Promise<boolean> => {
      const ids = known[moment]
      if (ids === undefined || ids.length === 0 || refused.has(moment)) return false
      try {
        const answer = await askUser([...ids])
        const accepted = ids.some((id) => answer[id] === 'accept')
        if (!accepted) refused.add(moment)
        return accepted
      } catch {
        // The main switch is off, or there is nobody to ask: the order does not depend on it.
        return false
      }
    },
  }
}
