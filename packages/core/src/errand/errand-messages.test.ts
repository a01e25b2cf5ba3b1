import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { isTell } from '../order/tell.ts'
import { openForMs } from './periods.ts'
import { after, buyer, deliver, delivered, noon, opened, pickUp, runner, taken } from './testing.ts'

const messages = (order: Order) =>
  order.outbox.flatMap(({ key, effect }) => (isTell(effect) ? [[key, effect] as const] : []))
const added = (order: Order, event: Parameters<typeof after>[1], nowMs = noon) =>
  messages(after(order, event, nowMs)).slice(messages(order).length)
const to = (message: string, reader: string, more: object = {}) => ({
  kind: 'errand.tell',
  message,
  to: reader,
  ...more,
})
const minute = 60_000

describe('the messages of a task', () => {
  it('tell the buyer who comes, each time somebody takes it', () => {
    expect(added(opened(), { kind: 'errand.take', runner })).toEqual([
      ['tell:errand.taken:1', to('errand.taken', buyer)],
    ])
    const dropped = after(taken(), { kind: 'errand.drop', runnerNo: runner.runnerNo, why: '车坏了' })
    expect(added(dropped, { kind: 'errand.take', runner })).toEqual([
      ['tell:errand.taken:2', to('errand.taken', buyer)],
    ])
  })

  it('tell the buyer that it is delivered, not that it is picked up', () => {
    expect(added(taken(), pickUp(taken()))).toEqual([])
    const up = after(taken(), pickUp(taken()))
    expect(added(up, deliver(up))).toEqual([['tell:errand.delivered', to('errand.delivered', buyer)]])
  })

  it('tell the buyer that nobody came', () => {
    expect(added(opened(), { kind: 'timePassed' }, noon + openForMs)).toEqual([
      ['tell:errand.notTaken', to('errand.notTaken', buyer)],
    ])
  })

  it('tell the runner that it is cancelled and what he gets, where there is one', () => {
    expect(added(opened(), { kind: 'errand.cancel', toldFen: fen(0) })).toEqual([])
    const free = to('errand.cancelled', runner.openid, { amountFen: 0 })
    expect(added(taken(), { kind: 'errand.cancel', toldFen: fen(0) })).toEqual([['tell:errand.cancelled', free]])
    const paid = to('errand.cancelled', runner.openid, { amountFen: 370 })
    const cancel = { kind: 'errand.cancel', toldFen: fen(435) } as const
    expect(added(taken(), cancel, noon + 10 * minute)).toEqual([['tell:errand.cancelled', paid]])
  })

  it('tell both sides what the owner decided, each its own sum', () => {
    const frozen = after(delivered(), { kind: 'errand.dispute', by: 'buyer', why: '少了一件', pictures: [] })
    const ruling = { kind: 'errand.split', refundFen: fen(300), runnerFen: fen(700), note: '各退一步' } as const
    expect(added(frozen, ruling)).toEqual([
      ['tell:errand.ruled:buyer', to('errand.ruled', buyer, { amountFen: 300, note: '各退一步' })],
      ['tell:errand.ruled:runner', to('errand.ruled', runner.openid, { amountFen: 700, note: '各退一步' })],
    ])
  })
})
