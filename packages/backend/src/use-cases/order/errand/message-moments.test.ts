import type { Message } from '@pay/core'
import { expect, test } from 'vitest'
import { memoryMessages } from '../../../adapters/memory/memory-messages.ts'
import { messageMoments } from '../message-moments.ts'

test('publisher and runner are asked for what this deployment can send of errands, three at a time', () => {
  const names: readonly Message[] = ['order.paid', 'order.refunded', 'errand.taken', 'errand.ruled']
  const messages = memoryMessages(Object.fromEntries(names.map((name) => [name, `template-${name}`])))
  const moments = Object.entries(messageMoments({ messages }))
  expect(moments.flatMap(([, ids]) => ids)).toContain('template-errand.taken')
  for (const [moment, ids] of moments) expect(ids?.length, moment).toBeLessThanOrEqual(3)
})
