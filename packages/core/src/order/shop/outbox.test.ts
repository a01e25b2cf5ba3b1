import { describe, expect, it } from 'vitest'
import { after, paid } from '../../shop/testing.ts'
import { quiet } from '../../testing/quiet.ts'
import { decide } from '../decide.ts'
import { addEffects, type Effect, pauseAfter, postponeEffect, removeEffects } from '../outbox.ts'

const effect = { kind: 'closePayment', outTradeNo: 'x' } as unknown as Effect
const other = { kind: 'closePayment', outTradeNo: 'y' } as unknown as Effect
const box = addEffects(
  [],
  [
    { key: 'a', effect },
    { key: 'b', effect },
  ],
  5,
)

describe('what an order asks of the world', () => {
  it('waits under its key, and the same key is the same effect', () => {
    expect(box).toStrictEqual([
      { key: 'a', effect, tries: 0, notBeforeMs: 5 },
      { key: 'b', effect, tries: 0, notBeforeMs: 5 },
    ])
    expect(addEffects(box, [{ key: 'a', effect: other }], 9)).toEqual(box)
    expect(addEffects(box, [{ key: 'c', effect: other }], 9)).toEqual([
      ...box,
      { key: 'c', effect: other, tries: 0, notBeforeMs: 9 },
    ])
    expect(removeEffects(box, ['a', 'z'])).toEqual([box[1]])
  })

  it('is tried again after 15 seconds, then twice as long each time, an hour at most', () => {
    expect([1, 2, 3, 8, 9, 20, 2000].map(pauseAfter)).toEqual([
      15_000, 30_000, 60_000, 1_920_000, 3_600_000, 3_600_000, 3_600_000,
    ])
    const once = postponeEffect(box, 'a', 'busy', 100)
    expect(once).toStrictEqual([{ ...box[0], tries: 1, lastFailure: 'busy', notBeforeMs: 15_100 }, box[1]])
    expect(postponeEffect(once, 'a', 'later', 200, 777)[0]).toMatchObject({
      tries: 2,
      lastFailure: 'later',
      notBeforeMs: 777,
    })
  })

  it('leaves the order when it is done; an unknown key was done before', () => {
    const order = quiet(paid())
    expect(order.outbox.map(({ key }) => key)).toEqual(['stock:commit'])
    const done = after(order, { kind: 'effectsDone', keys: ['stock:commit'] })
    expect(done).toMatchObject({ version: order.version + 1, outbox: [] })
    expect(after(done, { kind: 'effectsDone', keys: ['stock:commit'] })).toBe(done)
    expect(after(order, { kind: 'effectFailed', key: 'gone', reason: 'x' })).toBe(order)
    const failed = after(order, { kind: 'effectFailed', key: 'stock:commit', reason: 'busy' }, 2000)
    expect(failed.outbox).toMatchObject([{ tries: 1, lastFailure: 'busy', notBeforeMs: 17_000 }])
    expect(failed.dueAtMs).toBe(17_000)
    const named = after(order, { kind: 'effectFailed', key: 'stock:commit', reason: 'wait', notBeforeMs: 99_999 }, 2000)
    expect(named.outbox).toMatchObject([{ notBeforeMs: 99_999 }])
  })

  it('is one version on, whatever an event changed, and the very same order when it changed nothing', () => {
    const order = paid()
    const again = decide(order, { kind: 'timePassed' }, 0)
    expect(again.ok && again.value).toBe(order)
  })
})
