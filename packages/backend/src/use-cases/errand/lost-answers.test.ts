import {
  type ErrandDetail,
  fen,
  type OpenId,
  type OrderNo,
  type OutTradeNo,
  type Refusal,
  type Result,
} from '@pay/core'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { orderNoFor } from '../../order-no.ts'
import { approvedRunner, lake } from '../../testing/errand/sample-task.ts'
import { type Fate, withFates } from '../../testing/lose-answers.ts'
import { buyer, type MemoryWorld, memoryWorld, requestId } from '../../testing/memory-world.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { handleNotice } from '../notice/handle-notice.ts'
import { errandHandlers } from './errand-handlers.ts'
import { errandOwnerHandlers } from './errand-owner-handlers.ts'
import { payoutNoFor } from './numbers.ts'

/**
 * One call of a port, each in turn, fails before it acts or loses its answer after. Whoever asked asks again, the timer
 * runs on, and task, runner and books end where they would have ended.
 */
const stories: Readonly<Record<string, Story>> = {
  publishing: { act: (deps, world) => publish(deps, world) },
  taking: { before: async (deps, world) => void (await open(deps, world)), act: (deps, world) => take(deps, world) },
  'picking up and delivering': {
    before: async (deps, world) => {
      await open(deps, world)
      await take(deps, world)
    },
    act: (deps, world) => handOver(deps, world),
  },
  'giving a task back': {
    before: async (deps, world) => {
      await open(deps, world)
      await take(deps, world)
    },
    act: async (deps, world) =>
      void value(await errandHandlers(deps).drop({ orderNo: task, why: '车坏了' }, world.call(runner.openid))),
  },
  'cancelling for a fee': {
    before: async (deps, world) => {
      await open(deps, world)
      await take(deps, world)
      world.pass(10 * minute)
    },
    act: async (deps, world) =>
      void value(await errandHandlers(deps).cancel({ orderNo: task, toldFen: fen(1_000) }, world.call())),
  },
  'paying more tip': {
    before: async (deps, world) => {
      await open(deps, world)
      await addTip(deps, world)
      world.wechat.pay(`${extra}-1` as OutTradeNo, buyer)
    },
    act: (deps) => noticed(deps, extra),
  },
  'confirming and settling': {
    before: async (deps, world) => {
      await done(deps, world)
    },
    act: async (deps, world) => {
      value(await errandHandlers(deps).confirm({ orderNo: task }, world.call()))
      world.pass(24 * 60 * minute)
      await keepHouse(deps, Number.POSITIVE_INFINITY)
    },
  },
  'dividing in a dispute': {
    before: async (deps, world) => {
      await done(deps, world)
      await addRating(deps, world)
    },
    act: async (deps, world) => {
      const ruling = { orderNo: task, refundFen: fen(100), runnerFen: fen(300), note: '各退一步' }
      value(await errandOwnerHandlers(deps).settleDispute(ruling, world.call()))
    },
  },
  'withdrawing and paying out': {
    before: async ({ errand }) => {
      await errand?.runners.replace({ ...runner, version: 2, availableFen: fen(1_000) })
    },
    act: async (deps, world) => {
      const wish = { requestId: requestId('w'), amountFen: fen(700) }
      value(await errandHandlers(deps).withdraw(wish, world.call(runner.openid)))
      const payoutNo = payoutNoFor(runner.runnerNo, requestId('w'))
      const paid = { runnerNo: runner.runnerNo, payoutNo, reference: '20261122-1' }
      value(await errandOwnerHandlers(deps).recordPayout(paid, world.call()))
    },
  },
}

describe.each(Object.keys(stories))('%s', (name) => {
  const story = stories[name] as Story

  test('ends the same, whichever answer is lost', async () => {
    const calm = await live(story, () => 'done')
    expect(calm.calls.length).toBeGreaterThan(0)
    for (const fate of ['lost', 'failed'] as const)
      for (let at = 0; at < calm.calls.length; at++) {
        let count = 0
        const rough = await live(story, () => (count++ === at ? fate : 'done'))
        expect(rough.books, `${calm.calls[at]} ${fate}`).toEqual(calm.books)
      }
  })
})

const minute = 60_000
const runner = approvedRunner('oRunner000000000000000000000' as OpenId)
/** Derived from buyer and request, so they are known before anything is placed. */
const task: OrderNo = orderNoFor(buyer, requestId('a'))
const extra: OrderNo = orderNoFor(buyer, requestId('t'))

interface Story {
  /** Undisturbed. */
  readonly before?: (deps: Deps, world: MemoryWorld) => Promise<void>
  /** Disturbed, then done once more. */
  readonly act: (deps: Deps, world: MemoryWorld) => Promise<void>
}

const live = async (story: Story, fateOf: (call: string) => Fate) => {
  const world = await memoryWorld()
  const { errand } = world.deps
  if (errand === undefined) throw new Error('a world without errands')
  await errand.runners.insert(runner)
  const calls: string[] = []
  const note = (call: string): Fate => {
    calls.push(call)
    return fateOf(call)
  }
  const rough: Deps = {
    ...world.deps,
    orders: withFates(world.deps.orders, 'orders', note),
    ledger: withFates(world.deps.ledger, 'ledger', note),
    errand: {
      ...errand,
      runners: withFates(errand.runners, 'runners', note),
      reputations: withFates(errand.reputations, 'reputations', note),
    },
    gateways: { cloudPay: withFates(world.wechat, 'wechat', note, (reason) => ({ kind: 'unknown', reason })) },
  }
  await story.before?.(world.deps, world)
  await story.act(rough, world).catch(() => {})
  world.pass(1_000)
  await story.act(world.deps, world).catch(() => {})
  for (let i = 0; i < 20; i++) {
    world.pass(minute)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
  }
  return { calls, books: await booksOf(world) }
}

/** Everything that counts, without the moments at which it came about. */
const booksOf = async ({ deps, wechat }: MemoryWorld) => {
  const order = await deps.orders.get(task)
  const detail = order?.detail as ErrandDetail | undefined
  const now = await deps.errand?.runners.get(runner.runnerNo)
  return {
    state: order?.state,
    task: detail?.task,
    takes: detail?.takes,
    earningFen: detail?.earningFen,
    extras: detail?.extras,
    history: order?.history.map(({ what }) => what).sort(),
    outbox: order?.outbox.map(({ key }) => key),
    extra: (await deps.orders.get(extra))?.detail,
    runner: {
      slots: Object.keys(now?.slots ?? {}),
      money: [now?.availableFen, now?.owedFen],
      earnings: Object.values(now?.earnings ?? {}).map(({ state, amountFen }) => [state, amountFen]),
      payouts: Object.values(now?.payouts ?? {}).map(({ state, amountFen, booked }) => [state, amountFen, booked]),
    },
    stars: (await deps.errand?.reputations.get(runner.runnerNo))?.count,
    booked: (await deps.ledger.getMany([`payout:${payoutNoFor(runner.runnerNo, requestId('w'))}`])).length,
    refunded: [...wechat.refunds.values()].map(({ asked }) => [asked.outRefundNo, asked.amountFen]).sort(),
  }
}

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const publish = async (deps: Deps, world: MemoryWorld): Promise<void> => {
  const terms = { kind: 'do', weightKg: 0, declaredFen: fen(0), tipFen: fen(0), goodsFen: fen(0) } as const
  const { quote, publish: place } = errandHandlers(deps)
  const to = { ...lake, address: '浙江省杭州市西湖区北山街 1 号', door: '', name: '周先生', phone: '13700000000' }
  const priced = value(await quote({ ...terms, to: lake }, world.call()))
  value(
    await place({ requestId: requestId('a'), ...terms, to, what: '排队', pictures: [], quote: priced }, world.call()),
  )
}

const noticed = async (deps: Deps, orderNo: OrderNo): Promise<void> => {
  const order = await deps.orders.get(orderNo)
  if (order === undefined) throw new Error(`no order ${orderNo}`)
  const outTradeNo = `${orderNo}-1` as OutTradeNo
  const facts = { outTradeNo, transactionId: `4200${outTradeNo}`, payer: buyer, totalFen: order.totalFen }
  const notice = { kind: 'payment', rail: 'cloudPay', ...facts } as const
  const outcome = await handleNotice(deps, { kind: 'notice', notice }, Number.POSITIVE_INFINITY)
  if (outcome !== 'acknowledged') throw new Error('WeChat sends it again')
}

const open = async (deps: Deps, world: MemoryWorld): Promise<void> => {
  await publish(deps, world)
  world.wechat.pay(`${task}-1` as OutTradeNo, buyer)
  await noticed(deps, task)
}

const take = async (deps: Deps, world: MemoryWorld): Promise<void> =>
  void value(await errandHandlers(deps).take({ orderNo: task }, world.call(runner.openid)))

const handOver = async (deps: Deps, world: MemoryWorld): Promise<void> => {
  const { pickUp, deliver } = errandHandlers(deps)
  const call = world.call(runner.openid)
  const order = await world.deps.orders.get(task)
  if (order === undefined) throw new Error('no task')
  const code = (order.detail as ErrandDetail).codes.delivery
  const up = await pickUp({ orderNo: task, code: '', goodsFen: fen(0), receipt: [] }, call)
  if (!up.ok && up.refusal.code !== 'TASK_NOT_NOW') value(up)
  value(await deliver({ orderNo: task, code }, call))
}

const addTip = async (deps: Deps, world: MemoryWorld): Promise<void> =>
  void value(
    await errandHandlers(deps).addTip({ requestId: requestId('t'), orderNo: task, tipFen: fen(500) }, world.call()),
  )

const done = async (deps: Deps, world: MemoryWorld): Promise<void> => {
  await open(deps, world)
  await take(deps, world)
  await handOver(deps, world)
}

/** Confirmed, rated and then disputed after all: every effect of a task's end has been on its way. */
const addRating = async (deps: Deps, world: MemoryWorld): Promise<void> => {
  const { confirm, rateRunner, dispute } = errandHandlers(deps)
  value(await confirm({ orderNo: task }, world.call()))
  value(await rateRunner({ orderNo: task, stars: 5, words: '' }, world.call()))
  value(await dispute({ orderNo: task, why: '少了一份', pictures: [] }, world.call()))
}
