import { fen, type OpenId } from '@pay/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserMessage } from '../../ports/messages.ts'
import { fillTemplate } from './message-template.ts'

const message: UserMessage = {
  message: 'order.paid',
  to: 'oReader' as OpenId,
  what: '青瓷杯（青色，大号，龙泉手工，送礼盒）等 2 件',
  state: '已发货',
  note: 'SF1234567890',
  no: 'A'.repeat(26),
  amountFen: fen(1990),
  // 16:30 in London is past midnight in Beijing.
  atMs: Date.UTC(2026, 10, 21, 16, 30),
}
const fields = {
  thing1: 'what',
  phrase2: 'state',
  character_string3: 'no',
  amount4: 'amount',
  time5: 'at',
  thing6: 'note',
} as const
const fill = (changes: Partial<UserMessage> = {}) => fillTemplate({ id: 'T', fields }, { ...message, ...changes })

test('every field gets its fact in the form that its name asks for', () => {
  expect(fill()).toEqual({
    thing1: { value: '青瓷杯（青色，大号，龙泉手工，送礼盒）…' },
    phrase2: { value: '已发货' },
    character_string3: { value: 'A'.repeat(26) },
    amount4: { value: '¥19.90' },
    time5: { value: '2026年11月22日 00:30' },
    thing6: { value: 'SF1234567890' },
  })
})

test('no field is ever empty or too long: WeChat refuses the whole message for one that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (text, other) => {
      const filled = fill({ what: text, note: other, state: text })
      for (const [field, { value }] of Object.entries(filled)) {
        const most = field.startsWith('thing') ? 20 : field.startsWith('phrase') ? 5 : 32
        expect([...value].length).toBeGreaterThan(0)
        expect([...value].length).toBeLessThanOrEqual(most)
      }
    }),
  )
})
