import type { OpenId } from '@pay/core'
import { messagesContract } from '../../testing/messages-contract.ts'
import { memoryMessages } from './memory-messages.ts'

messagesContract({
  make: async () => {
    const messages = memoryMessages({ 'order.paid': 'T1' })
    const reader = 'oReader0000000000000000000aa' as OpenId
    return {
      messages,
      reader,
      reached: async () => messages.sent.length,
      decline: async () => {
        messages.declined.add(reader)
      },
    }
  },
})
