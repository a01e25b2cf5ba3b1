import { fen, type LedgerEntry, type OpenId, type PayoutNo, type Refusal, type Result, type Runner } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { type MemoryPayout, memoryPayout } from '../../adapters/memory/errand/memory-payout.ts'
import { memoryMessages } from '../../adapters/memory/memory-messages.ts'
import type { Deps } from '../../deps.ts'
import { approvedRunner } from '../../testing/errand/sample-task.ts'
import { withFates } from '../../testing/lose-answers.ts'
import { type MemoryWorld, memoryWorld, requestId } from '../../testing/memory-world.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { errandHandlers } from './errand-handlers.ts'
import { errandOwnerHandlers } from './errand-owner-handlers.ts'
import { errandPortsOf } from './errand-ports.ts'
import { payoutNoFor } from './numbers.ts'

const runner: Runner = { ...approvedRunner('oRunner000000000000000000000' as OpenId), availableFen: fen(1_000) }
const payoutNo = payoutNoFor(runner.runnerNo, requestId('w'))
const named = { runnerNo: runner.runnerNo, payoutNo }
const paid = { ...named, reference: '20261122-1' }
const refusal = { ...named, because: '实名不符' }

let world: MemoryWorld
let deps: Deps
let messages: ReturnType<typeof memoryMessages>
beforeEach(async () => {
  world = await memoryWorld()
  messages = memoryMessages({ 'errand.paidOut': 'T1', 'errand.payoutRefused': 'T2' })
  deps = { ...world.deps, messages }
  await errandPortsOf(deps).runners.insert(runner)
})

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const code = (result: Result<unknown, Refusal>) => (result.ok ? 'ok' : result.refusal.code)
const wish = { requestId: requestId('w'), amountFen: fen(700) }
const withdraw = async (by = deps) => value(await errandHandlers(by).withdraw(wish, world.call(runner.openid)))
const owner = (by = deps) => errandOwnerHandlers(by)
const now = async () => (await errandPortsOf(deps).runners.get(runner.runnerNo)) as Runner
const booked = async (): Promise<LedgerEntry | undefined> => (await deps.ledger.getMany([`payout:${payoutNo}`]))[0]
const told = () => messages.sent.map(({ message, to, no, amountFen, note }) => ({ message, to, no, amountFen, note }))
const house = () => keepHouse(deps, Number.POSITIVE_INFINITY)

describe('a withdrawal that the owner pays', () => {
  test('waits for the owner, and its runner is told once that it is paid', async () => {
    await withdraw()
    await house()
    expect(value(await owner().listPayouts({}, world.call())).items).toMatchObject([{ ...named, amountFen: 700 }])
    for (let i = 0; i < 3; i++) expect(code(await owner().recordPayout(paid, world.call()))).toBe('ok')
    expect(told()).toEqual([
      {
        message: 'errand.paidOut',
        to: runner.openid,
        no: payoutNo,
        amountFen: 700,
        note: '提现已打款，请注意查收',
      },
    ])
    expect((await booked())?.postings).toContainEqual(expect.objectContaining({ account: 'bank' }))
    expect((await now()).payouts[payoutNo]).toMatchObject({ state: 'paid', reference: '20261122-1', booked: true })
  })

  test('is refused with a word to its runner, who has the money back and asks again', async () => {
    await withdraw()
    for (let i = 0; i < 2; i++) expect(code(await owner().refusePayout(refusal, world.call()))).toBe('ok')
    expect(told()).toMatchObject([{ message: 'errand.payoutRefused', to: runner.openid, note: '实名不符' }])
    expect(await now()).toMatchObject({ availableFen: 1_000 })
    expect(await booked()).toBeUndefined()
    expect(code(await owner().recordPayout(paid, world.call()))).toBe('PAYOUT_NOT_NOW')
  })

  test('paid and refused at the same moment is one of the two, and one message', async () => {
    await withdraw()
    const ends = [owner().recordPayout(paid, world.call()), owner().refusePayout(refusal, world.call())]
    expect((await Promise.all<Result<unknown, Refusal>>(ends)).map(code).sort()).toEqual(['PAYOUT_NOT_NOW', 'ok'])
    expect(messages.sent).toHaveLength(1)
  })

  test.each(['lost', 'failed'] as const)('tells nothing twice when an answer of the store is %s', async (fate) => {
    await withdraw()
    let times = 1
    const errand = errandPortsOf(deps)
    const runners = withFates(errand.runners, 'runners', (name) =>
      name === 'runners.replace' && times-- > 0 ? fate : 'done',
    )
    const rough = { ...deps, errand: { ...errand, runners } }
    expect(code(await owner(rough).recordPayout(paid, world.call()))).toBe('ok')
    await owner().recordPayout(paid, world.call())
    expect(messages.sent).toHaveLength(fate === 'lost' ? 0 : 1)
    expect((await now()).payouts[payoutNo]).toMatchObject({ state: 'paid', booked: true })
  })

  test('of nobody, or under another number, is not found', async () => {
    await withdraw()
    const other = { ...paid, payoutNo: 'X'.repeat(26) as PayoutNo }
    expect(code(await owner().recordPayout(other, world.call()))).toBe('NO_SUCH_PAYOUT')
    const nobody = { ...refusal, runnerNo: 'X'.repeat(26) as Runner['runnerNo'] }
    expect(code(await owner().refusePayout(nobody, world.call()))).toBe('NOT_FOUND')
  })
})

describe('a withdrawal that WeChat pays', () => {
  let rail: MemoryPayout
  beforeEach(() => {
    rail = memoryPayout()
    deps = { ...deps, errand: { ...errandPortsOf(deps), payout: rail } }
  })

  test('is sent at once, under one number however often it is asked for, and ends when WeChat says so', async () => {
    for (let i = 0; i < 3; i++) await withdraw()
    await house()
    expect([...rail.transfers.keys()]).toEqual([payoutNo])
    expect((await now()).payouts[payoutNo]).toMatchObject({ state: 'requested' })
    rail.end(payoutNo, 'paid')
    for (let i = 0; i < 2; i++) await house()
    expect((await now()).payouts[payoutNo]).toMatchObject({ state: 'paid', reference: `W${payoutNo}`, booked: true })
    expect((await booked())?.postings).toContainEqual(expect.objectContaining({ account: 'wechat' }))
    expect(told()).toMatchObject([{ message: 'errand.paidOut', amountFen: 700 }])
  })

  test('is back in the balance when the transfer comes to nothing', async () => {
    await withdraw()
    rail.end(payoutNo, 'over')
    await house()
    expect(await now()).toMatchObject({ availableFen: 1_000, payouts: { [payoutNo]: { state: 'refused' } } })
    expect(told()).toMatchObject([{ message: 'errand.payoutRefused', note: '提现未通过，金额已退回余额' }])
  })

  test('is sent later when its sending was interrupted', async () => {
    const silent = { ...rail, transfer: async () => ({ kind: 'unknown', reason: 'no answer' }) as const }
    await withdraw({ ...deps, errand: { ...errandPortsOf(deps), payout: silent } })
    expect(rail.transfers.size).toBe(0)
    await house()
    expect(rail.transfers.get(payoutNo)?.order).toEqual({ payoutNo, receiver: runner.openid, amountFen: 700 })
  })

  test('is stopped there before the owner refuses it, so that it cannot be paid after all', async () => {
    await withdraw()
    expect(code(await owner().refusePayout(refusal, world.call()))).toBe('ok')
    expect((await rail.query({ payoutNo, receiver: runner.openid, amountFen: fen(700) })).kind).toBe('over')
    expect(await now()).toMatchObject({ availableFen: 1_000 })
  })

  test('stays paid by WeChat when the owner is too late', async () => {
    await withdraw()
    rail.end(payoutNo, 'paid')
    expect(code(await owner().refusePayout(refusal, world.call()))).toBe('PAYOUT_NOT_NOW')
    expect(await now()).toMatchObject({ availableFen: 300, payouts: { [payoutNo]: { state: 'paid' } } })
    expect(code(await owner().recordPayout(paid, world.call()))).toBe('PAYOUT_NOT_NOW')
    expect(told()).toMatchObject([{ message: 'errand.paidOut' }])
  })

  test('waits when WeChat does not say whether it could be stopped', async () => {
    await withdraw()
    const silent = { ...rail, cancel: async () => ({ kind: 'unknown', reason: 'no answer' }) as const }
    const rough = { ...deps, errand: { ...errandPortsOf(deps), payout: silent } }
    expect(code(await owner(rough).refusePayout(refusal, world.call()))).toBe('BUSY')
    expect(await now()).toMatchObject({ availableFen: 300, payouts: { [payoutNo]: { state: 'requested' } } })
  })
})
