import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { orderKeys } from '../order/order-keys.ts'
import { quiet } from '../testing/quiet.ts'
import { hallListsAround } from './hall.ts'
import { autoConfirmAfterMs, disputableForMs, openForMs, overdueAfterMs } from './periods.ts'
import { leftFen } from './task-money.ts'
import {
  after,
  confirm,
  deliver,
  delivered,
  detailOf,
  effectsOf,
  extraPaid,
  here,
  noon,
  opened,
  pickUp,
  placed,
  refusalOf,
  rival,
  runner,
  seenBy,
  taken,
  taskOf,
  tick,
} from './testing.ts'

const minute = 60_000
const { runnerNo } = runner

describe('a task', () => {
  it('stands in the hall of its cell from the payment until somebody takes it', () => {
    expect(orderKeys(placed())).toEqual({})
    const { list } = orderKeys(opened())
    expect(hallListsAround(here)).toContain(list)
    expect(orderKeys(taken())).toEqual({ worker: 'R1' })
    expect(orderKeys(after(taken(), { kind: 'errand.dispute', by: 'buyer', why: '人呢', pictures: [] }))).toEqual({
      list: 'errand.frozen',
      worker: 'R1',
    })
  })

  it('is taken by one, not by its buyer, not unpaid, not after its time', () => {
    const mine = taken()
    expect(after(mine, { kind: 'errand.take', runner })).toBe(mine)
    expect(refusalOf(mine, { kind: 'errand.take', runner: rival })).toEqual({ code: 'ALREADY_TAKEN' })
    expect(refusalOf(opened(), { kind: 'errand.take', runner: { ...runner, openid: opened().buyer } })).toEqual({
      code: 'OWN_TASK',
    })
    expect(refusalOf(placed(), { kind: 'errand.take', runner })).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(opened(), { kind: 'errand.take', runner }, noon + openForMs)).toEqual({ code: 'ALREADY_TAKEN' })
    const cancelled = after(opened(), { kind: 'errand.cancel', toldFen: fen(0) })
    expect(refusalOf(cancelled, { kind: 'errand.take', runner })).toEqual({ code: 'ALREADY_TAKEN' })
  })

  it('waits half an hour from the moment it is wanted, then all the money goes back', () => {
    const later = quiet(opened('send', { wantedAtMs: noon + 60 * minute }))
    expect(later.dueAtMs).toBe(noon + 60 * minute + openForMs)
    const order = quiet(after(opened(), extraPaid(300)))
    expect(order.dueAtMs).toBe(noon + openForMs)
    expect(after(order, tick, noon + openForMs - 1)).toBe(order)
    const gone = after(order, tick, noon + openForMs)
    expect(gone).toMatchObject({
      detail: { task: 'notTaken', extras: [{ amountFen: 300, refundedFen: 300 }] },
      refunds: [{ amountFen: gone.totalFen, reason: 'notTaken' }],
    })
    expect(effectsOf(gone)).toContainEqual({
      kind: 'errand.refundExtra',
      extraNo: 'X'.repeat(26),
      key: 'notTaken',
      amountFen: 300,
    })
    expect(leftFen(taskOf(gone))).toBe(0)
  })

  it('given back is open again with its full time, and its slot is free', () => {
    const drop = { kind: 'errand.drop', runnerNo, why: '车坏了' } as const
    const dropped = after(taken(), drop, noon + 10 * minute)
    expect(dropped).toMatchObject({ detail: { task: 'open', openUntilMs: noon + 10 * minute + openForMs, takes: 1 } })
    expect(detailOf(dropped).runner).toBeUndefined()
    expect(effectsOf(dropped)).toContainEqual({
      kind: 'errand.releaseSlot',
      runnerNo,
      slot: `${dropped.orderNo}-1`,
    })
    expect(after(dropped, drop)).toBe(dropped)
    expect(refusalOf(dropped, { ...drop, runnerNo: rival.runnerNo })).toEqual({ code: 'NOT_FOUND' })
    expect(detailOf(taken(dropped, noon + 11 * minute)).takes).toBe(2)
    const up = after(taken(), pickUp(taken()))
    expect(refusalOf(up, drop)).toEqual({ code: 'TASK_NOT_NOW', task: 'pickedUp' })
  })

  it('is handed over by codes; three wrong ones in a row and there is a pause, longer each time', () => {
    const order = taken()
    expect(detailOf(order).codes).toEqual({ pickup: '4660', delivery: '2136' })
    let tried = order
    for (let n = 1; n <= 3; n++) {
      tried = after(tried, pickUp(tried, '0000'))
      expect(detailOf(tried)).toMatchObject({ task: 'taken', tries: { wrong: n } })
    }
    expect(refusalOf(tried, pickUp(tried))).toEqual({ code: 'CODE_PAUSED', untilMs: noon + 5 * minute })
    expect(seenBy(tried, 'runner').codePausedUntilMs).toBe(noon + 5 * minute)
    const at = noon + 5 * minute
    for (let n = 4; n <= 6; n++) tried = after(tried, pickUp(tried, '0000'), at)
    expect(detailOf(tried).tries).toEqual({ wrong: 6, pausedUntilMs: at + 10 * minute })
    const up = after(tried, pickUp(tried), at + 10 * minute)
    expect(detailOf(up)).toMatchObject({ task: 'pickedUp' })
    expect(detailOf(up).tries).toBeUndefined()
    expect(effectsOf(up)).toContainEqual({ kind: 'errand.uploadDelivery' })
    const given = after(up, deliver(up))
    expect(given).toMatchObject({ detail: { task: 'delivered', autoConfirmAtMs: noon + autoConfirmAfterMs } })
    expect(after(given, deliver(given))).toBe(given)
    expect(refusalOf(up, { ...deliver(up), runnerNo: rival.runnerNo })).toEqual({ code: 'NOT_FOUND' })
  })

  it('without anybody to hand it over needs no code to begin', () => {
    const begun = after(taken(opened('do')), pickUp(taken(opened('do')), ''))
    expect(detailOf(begun).task).toBe('pickedUp')
    expect(detailOf(begun).codes.pickup).toBeUndefined()
  })

  it('is confirmed by the buyer or by a day’s silence, and settled a day later', () => {
    const order = delivered()
    const confirmed = after(order, confirm)
    expect(confirmed).toMatchObject({ state: 'completed', detail: { task: 'confirmed', earningFen: 1233 } })
    expect(after(confirmed, confirm)).toBe(confirmed)
    expect(effectsOf(confirmed)).toContainEqual({ kind: 'errand.freezeEarning', runnerNo, amountFen: 1233 })
    const silent = after(order, tick, noon + autoConfirmAfterMs)
    expect(silent).toMatchObject({ state: 'completed', detail: { task: 'autoConfirmed' } })
    const settled = after(confirmed, tick, noon + disputableForMs)
    expect(detailOf(settled)).toMatchObject({ task: 'settled', earnedAtMs: noon + disputableForMs })
    expect(effectsOf(settled)).toContainEqual({ kind: 'errand.settleEarning', runnerNo, amountFen: 1233 })
    expect(refusalOf(settled, { kind: 'errand.dispute', by: 'buyer', why: '', pictures: [] })).toEqual({
      code: 'TASK_NOT_NOW',
      task: 'settled',
    })
    expect(refusalOf(taken(), confirm)).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
  })

  it('that nobody finishes in two days is the owner’s to look at', () => {
    const order = after(taken(), tick, noon + overdueAfterMs)
    expect(detailOf(order)).toMatchObject({ task: 'frozen', dispute: { by: 'system', from: 'taken' } })
    expect(effectsOf(order)).toContainEqual({ kind: 'errand.releaseSlot', runnerNo, slot: `${order.orderNo}-1` })
  })
})
