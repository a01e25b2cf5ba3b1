import { fen, type Message, type OpenId } from '@pay/core'
import { describe, expect, it } from 'vitest'
import type { Messages, UserMessage } from '../ports/messages.ts'

/** One adapter with a template for `order.paid` and none for `order.refunded`, and somebody with a phone. */
export interface MessagesUnderTest {
  readonly messages: Messages
  readonly reader: OpenId
  /** How many messages reached that phone. */
  reached(): Promise<number>
  /** He wants none (any more). */
  decline(): Promise<void>
}

const message = (reader: OpenId, fields: Partial<UserMessage> = {}): UserMessage => ({
  message: 'order.paid',
  to: reader,
  what: '青瓷杯等 2 件',
  state: '已付款',
  note: '我们已收到您的付款',
  no: 'A'.repeat(26),
  amountFen: fen(1990),
  atMs: Date.UTC(2026, 10, 21, 4),
  ...fields,
})

/** What every adapter of Messages does about subscribe messages. */
export const messagesContract = ({ make }: { make: () => Promise<MessagesUnderTest> }): void => {
  describe('subscribe messages', () => {
    it('reach the person they are for', async () => {
      const { messages, reader, reached } = await make()
      expect(await messages.send(message(reader))).toEqual({ kind: 'sent' })
      expect(await reached()).toBe(1)
    })

    it('are sent as often as they are called for: who calls twice tells twice', async () => {
      const { messages, reader, reached } = await make()
      for (let i = 0; i < 2; i++) await messages.send(message(reader))
      expect(await reached()).toBe(2)
    })

    it('fit the template whatever people write', async () => {
      const { messages, reader, reached } = await make()
      const texts = ['长'.repeat(300), '👩‍👩‍👧'.repeat(30), '第一行\n\n第二行', ' ', '<script>']
      for (const text of texts)
        expect(await messages.send(message(reader, { what: text, note: text, state: text }))).toEqual({ kind: 'sent' })
      expect(await reached()).toBe(texts.length)
    })

    it('do not reach who wants none', async () => {
      const { messages, reader, reached, decline } = await make()
      await decline()
      expect(await messages.send(message(reader))).toEqual({ kind: 'notWanted' })
      expect(await reached()).toBe(0)
    })

    it('have a template, or are not sent', async () => {
      const { messages, reader, reached } = await make()
      const without: Message = 'order.refunded'
      expect(messages.templateIds['order.paid']).toEqual(expect.any(String))
      expect(messages.templateIds[without]).toBeUndefined()
      expect(await messages.send(message(reader, { message: without }))).toMatchObject({ kind: 'failed' })
      expect(await reached()).toBe(0)
    })
  })
}
