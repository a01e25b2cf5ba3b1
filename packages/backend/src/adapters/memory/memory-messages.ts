import type { Message } from '@pay/core'
import type { Messages, Shipping, UserMessage } from '../../ports/messages.ts'

/** Keeps what was sent, for tests to read. Without templates, as most deployments begin, nobody is sent anything. */
export const memoryMessages = (
  templateIds: { readonly [message in Message]?: string } = {},
): Messages & { readonly shipped: Shipping[]; readonly sent: UserMessage[] } => {
  const shipped: Shipping[] = []
  const sent: UserMessage[] = []
  return {
    shipped,
    sent,
    templateIds,
    async uploadShipping(shipping) {
      shipped.push(shipping)
      return { kind: 'done' }
    },
    async send(message) {
      sent.push(message)
      return { kind: 'sent' }
    },
  }
}
