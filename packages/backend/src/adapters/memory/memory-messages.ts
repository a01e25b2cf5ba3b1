import type { Message, OpenId } from '@pay/core'
import type { Messages, Shipping, UserMessage } from '../../ports/messages.ts'

/** Keeps what was sent, for tests to read. Without templates, as most deployments begin, nobody is sent anything. */
export interface MemoryMessages extends Messages {
  readonly shipped: Shipping[]
  readonly sent: UserMessage[]
  /** Those who want none. */
  readonly declined: Set<OpenId>
}

export const memoryMessages = (templateIds: { readonly [message in Message]?: string } = {}): MemoryMessages => {
  const shipped: Shipping[] = []
  const sent: UserMessage[] = []
  const declined = new Set<OpenId>()
  return {
    shipped,
    sent,
    declined,
    templateIds,
    async uploadShipping(shipping) {
      shipped.push(shipping)
      return { kind: 'done' }
    },
    async send(message) {
      if (templateIds[message.message] === undefined) return { kind: 'failed', reason: 'no template' }
      if (declined.has(message.to)) return { kind: 'notWanted' }
      sent.push(message)
      return { kind: 'sent' }
    },
  }
}
