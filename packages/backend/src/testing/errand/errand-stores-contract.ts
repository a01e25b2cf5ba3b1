import {
  type ErrandDetail,
  fen,
  hallListsAround,
  type OpenId,
  type Order,
  type OrderNo,
  ok,
  type Runner,
  requestPayout,
  settleEarning,
} from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import type { ReputationStore } from '../../ports/errand/reputation-store.ts'
import type { RunnerStore } from '../../ports/errand/runner-store.ts'
import type { OrderStore } from '../../ports/order-store.ts'
import { changeRunner } from '../../use-cases/errand/change-runner.ts'
import { payoutNoFor, runnerNoFor } from '../../use-cases/errand/numbers.ts'
import { withdraw } from '../../use-cases/errand/runner-account.ts'
import { takeTask } from '../../use-cases/errand/take-task.ts'
import { withFates } from '../lose-answers.ts'
import { memoryWorld, requestId } from '../memory-world.ts'
import { noonMs } from '../sample-orders.ts'
import { after, approvedRunner, lake, openTask } from './sample-task.ts'

export interface ErrandStores {
  readonly orders: OrderStore
  readonly runners: RunnerStore
  readonly reputations: ReputationStore
}

/** What the stores of errands have to do. `makeStores` gives empty ones. */
export const errandStoresContract = ({ makeStores }: { makeStores: () => Promise<ErrandStores> | ErrandStores }) => {
  let stores: ErrandStores
  let deps: Deps
  let call: Awaited<ReturnType<typeof memoryWorld>>['call']
  beforeEach(async () => {
    stores = await makeStores()
    const world = await memoryWorld(noonMs)
    if (world.deps.errand === undefined) throw new Error('a world without errands')
    const { orders, runners, reputations } = stores
    deps = { ...world.deps, orders, errand: { ...world.deps.errand, runners, reputations } }
    call = world.call
  })
  const runner = approvedRunner()
  const read = async (one: Runner = runner): Promise<Runner> => {
    const found = await stores.runners.get(one.runnerNo)
    if (found === undefined) throw new Error('no such runner')
    return found
  }
  const persons = (count: number) =>
    Array.from({ length: count }, (_, n) => approvedRunner(`oPerson${String(n).padStart(21, '0')}` as OpenId))
  const code = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? 'ok' : answer.refusal?.code)

  describe('a store of runners', () => {
    test('gives back a runner as he was inserted, takes a number once, and has nothing under any other', async () => {
      expect(await stores.runners.get(runner.runnerNo)).toBeUndefined()
      expect(await stores.runners.insert(runner)).toBe('inserted')
      expect(await stores.runners.insert({ ...runner, name: '别人' })).toBe('exists')
      expect(await read()).toEqual(runner)
    })

    test('replaces by the next version only, and forgets what that one lacks', async () => {
      await stores.runners.insert({ ...runner, slots: { a: 1, b: 2 }, because: '证件不清' })
      const { because: _, ...clean } = runner
      const next = { ...clean, version: 2, slots: { b: 2 } }
      expect(await stores.runners.replace({ ...next, version: 3 })).toBe(false)
      const answers = await Promise.all(Array.from({ length: 5 }, () => stores.runners.replace(next)))
      expect(answers.filter((won) => won)).toHaveLength(1)
      expect(await read()).toEqual(next)
    })

    test('lists those in audit in the order in which they came', async () => {
      const [a, b, c] = persons(3) as [Runner, Runner, Runner]
      await stores.runners.insert({ ...a, audit: 'applied', appliedAtMs: noonMs + 2 })
      await stores.runners.insert({ ...b, audit: 'applied', appliedAtMs: noonMs + 1 })
      await stores.runners.insert(c)
      const first = await stores.runners.find({ name: 'inAudit', audit: 'applied' }, { limit: 1 })
      expect(first.items.map(({ runnerNo }) => runnerNo)).toEqual([b.runnerNo])
      const rest = await stores.runners.find(
        { name: 'inAudit', audit: 'applied' },
        { limit: 1, cursor: first.cursor ?? '' },
      )
      expect(rest.items.map(({ runnerNo }) => runnerNo)).toEqual([a.runnerNo])
      expect(rest.cursor).toBeUndefined()
    })

    test('knows whose money waits, and whose is paid and not in the books', async () => {
      const payoutNo = payoutNoFor(runner.runnerNo, requestId('w'))
      const wish = { state: 'requested', amountFen: fen(100), requestedAtMs: noonMs } as const
      await stores.runners.insert({ ...runner, payouts: { [payoutNo]: wish } })
      const listed = async (name: 'waitingForMoney' | 'unbooked') =>
        (await stores.runners.find({ name }, { limit: 5 })).items.length
      expect([await listed('waitingForMoney'), await listed('unbooked')]).toEqual([1, 0])
      const paid = { ...wish, state: 'paid', endedAtMs: noonMs + 1, reference: 'x' } as const
      await stores.runners.replace({ ...runner, version: 2, payouts: { [payoutNo]: paid } })
      expect([await listed('waitingForMoney'), await listed('unbooked')]).toEqual([0, 1])
      await stores.runners.replace({ ...runner, version: 3, payouts: { [payoutNo]: { ...paid, booked: true } } })
      expect([await listed('waitingForMoney'), await listed('unbooked')]).toEqual([0, 0])
    })

    test('two withdrawals of one balance: one of them; the same one twice: once', async () => {
      await stores.runners.insert({ ...runner, availableFen: fen(1_000) })
      const wish = (name: string) =>
        withdraw(deps, { requestId: requestId(name), amountFen: fen(700) }, call(runner.openid))
      expect((await Promise.all([wish('a'), wish('b')])).map(code).sort()).toEqual(['BALANCE_TOO_LOW', 'ok'])
      const winner = Object.keys((await read()).payouts)
      expect(winner).toHaveLength(1)
      const again = ['a', 'b'].filter((name) => winner.includes(payoutNoFor(runner.runnerNo, requestId(name))))
      expect(code(await wish(again[0] ?? ''))).toBe('ok')
      expect(await read()).toMatchObject({ availableFen: 300 })
    })

    test.each(['lost', 'failed'] as const)('a change whose answer is %s comes to pass once', async (fate) => {
      await stores.runners.insert(runner)
      let times = 1
      const runners = withFates(stores.runners, 'runners', (name) =>
        name === 'runners.replace' && times-- > 0 ? fate : 'done',
      )
      const lossy = { ...deps, errand: { ...deps.errand, runners } as NonNullable<Deps['errand']> }
      const orderNo = '0'.repeat(26) as OrderNo
      await changeRunner(lossy, runner.runnerNo, (now, nowMs) => ok(settleEarning(now, orderNo, fen(500), nowMs)))
      expect(await read()).toMatchObject({ version: 2, availableFen: 500 })
    })

    test('many changes of one runner at once all come to pass', async () => {
      await stores.runners.insert({ ...runner, availableFen: fen(90) })
      const payouts = ['a', 'b', 'c'].map((name) => payoutNoFor(runner.runnerNo, requestId(name)))
      const orderNo = '1'.repeat(26) as OrderNo
      await Promise.all([
        ...payouts.map((no) => changeRunner(deps, runner.runnerNo, (now, ms) => requestPayout(now, no, fen(30), ms))),
        changeRunner(deps, runner.runnerNo, (now, ms) => ok(settleEarning(now, orderNo, fen(500), ms))),
      ])
      expect(await read()).toMatchObject({ version: 5, availableFen: 500 })
    })
  })

  describe('open tasks', () => {
    test('are found by what is near, newest first, page by page, and not once they are taken', async () => {
      const near = ['a', 'b', 'c'].map((name, at) => openTask(name, noonMs + at))
      const next = openTask('next', noonMs + 9, { lat: lake.lat + 0.1, lng: lake.lng })
      for (const order of [...near, next, openTask('far', noonMs, { lat: 31.2, lng: 121.4 })])
        await stores.orders.insert(order)
      const lists = hallListsAround(lake)
      const first = await stores.orders.find({ name: 'inLists', lists }, { limit: 3 })
      const numbers = [next, ...[...near].reverse()].map(({ orderNo }) => orderNo)
      expect(first.items.map(({ orderNo }) => orderNo)).toEqual(numbers.slice(0, 3))
      const rest = await stores.orders.find({ name: 'inLists', lists }, { limit: 3, cursor: first.cursor ?? '' })
      expect(rest.items.map(({ orderNo }) => orderNo)).toEqual(numbers.slice(3))
      const oldest = await stores.orders.find({ name: 'inLists', lists, oldestFirst: true }, { limit: 1 })
      expect(oldest.items.map(({ orderNo }) => orderNo)).toEqual(numbers.slice(-1))

      await stores.orders.replace(after(next, { kind: 'errand.take', runner }, noonMs + 10))
      expect((await stores.orders.find({ name: 'inLists', lists }, { limit: 9 })).items).toHaveLength(3)
      const mine = await stores.orders.find({ name: 'ofWorker', worker: runner.runnerNo }, { limit: 9 })
      expect(mine.items.map(({ orderNo }) => orderNo)).toEqual([next.orderNo])
    })

    test('20 runners, 1 task: one has it, and the others hold nothing', async () => {
      const task = openTask()
      await stores.orders.insert(task)
      const many = persons(20)
      for (const one of many) await stores.runners.insert(one)
      const answers = await Promise.all(
        many.map(({ openid }) => takeTask(deps, { orderNo: task.orderNo }, call(openid))),
      )
      expect(answers.map(code).filter((one) => one === 'ok')).toHaveLength(1)
      expect(new Set(answers.map(code))).toEqual(new Set(['ok', 'ALREADY_TAKEN']))
      const { detail } = (await stores.orders.get(task.orderNo)) as Order<ErrandDetail>
      const winner = many[answers.findIndex(({ ok: won }) => won)]
      expect(detail).toMatchObject({ task: 'taken', takes: 1, runner: { runnerNo: winner?.runnerNo } })
      const held = await Promise.all(many.map(async (one) => Object.keys((await read(one)).slots).length))
      expect(held.reduce((sum, slots) => sum + slots, 0)).toBe(1)
    })

    test('one runner, 6 tasks at once: as many as he has hands', async () => {
      await stores.runners.insert(runner)
      const tasks = Array.from({ length: 6 }, (_, n) => openTask(`t${n}`, noonMs + n))
      for (const task of tasks) await stores.orders.insert(task)
      const answers = await Promise.all(tasks.map(({ orderNo }) => takeTask(deps, { orderNo }, call(runner.openid))))
      expect(answers.map(code).filter((one) => one === 'ok')).toHaveLength(runner.limit)
      expect(Object.keys((await read()).slots)).toHaveLength(runner.limit)
    })
  })

  test('a store of reputations counts a rating once per order, from many sides at once', async () => {
    const person = runnerNoFor(runner.openid)
    expect(await stores.reputations.get(person)).toMatchObject({ count: 0, stars: 0 })
    const rating = (stars: number) => ({ stars, words: '', atMs: noonMs + stars })
    const one = ['A', 'B', 'C'].map((letter) => letter.repeat(26) as OrderNo)
    await Promise.all(
      [...one, ...one].map((orderNo, at) => stores.reputations.count(person, orderNo, rating(3 + (at % 3)))),
    )
    expect(await stores.reputations.get(person)).toMatchObject({ count: 3, stars: 12 })
  })
}
