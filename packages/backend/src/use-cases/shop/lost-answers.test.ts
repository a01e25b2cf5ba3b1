import type { OrderNo, OutRefundNo, OutTradeNo } from '@pay/core'
import { decide } from '@pay/core'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { orderNoFor } from '../../order-no.ts'
import { type Fate, withFates } from '../../testing/lose-answers.ts'
import { buyer, type MemoryWorld, memoryWorld, requestId } from '../../testing/memory-world.ts'
import { greenCup, line } from '../../testing/shop/test-goods.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { handleNotice } from '../notice/handle-notice.ts'
import { cancelOrder } from '../order/cancel-order.ts'
import { changeOrder } from '../order/change-order.ts'
import { payOrder } from '../order/pay-order.ts'
import { refreshOrder } from '../order/refresh-order.ts'
import { runOutbox } from '../order/run-outbox.ts'
import { placeShopOrder } from './place-shop-order.ts'

/**
 * One call of a port, each in turn, fails before it acts or loses its answer after. Whoever asked asks again, the timer
 * runs on, and the books end where they would have ended.
 */
const stories: Readonly<Record<string, Story>> = {
  placing: {
    act: async (deps, world) => {
      const input = { requestId: requestId('a'), lines: [line(greenCup, 2)], remark: '', couponIds: [] }
      await placeShopOrder(deps, input, world.call())
    },
    after: async () => {},
  },
  'paying again': {
    before: async (deps, world) => place(deps, world),
    act: async (deps, world) => void (await payOrder(deps, { orderNo: orderNo() }, world.call())),
    after: async () => {},
  },
  'a payment, by its notice': {
    before: async (deps, world) => {
      await place(deps, world)
      world.wechat.pay(trade(), buyer)
    },
    act: async (deps) => {
      const outcome = await handleNotice(deps, notice(), Number.POSITIVE_INFINITY)
      if (outcome !== 'acknowledged') throw new Error('WeChat sends it again')
    },
    after: async () => {},
  },
  'a payment, by coming back': {
    before: async (deps, world) => {
      await place(deps, world)
      world.wechat.pay(trade(), buyer)
    },
    act: async (deps, world) => void (await refreshOrder(deps, { orderNo: orderNo() }, world.call())),
    after: async () => {},
  },
  cancelling: {
    before: async (deps, world) => place(deps, world),
    act: async (deps, world) => void (await cancelOrder(deps, { orderNo: orderNo() }, world.call())),
    after: async () => {},
  },
  'expiring, by the timer': {
    before: async (deps, world) => {
      await place(deps, world)
      world.pass(31 * minute)
    },
    act: async (deps) => void (await keepHouse(deps, Number.POSITIVE_INFINITY)),
    after: async () => {},
  },
  'paying while it closes': {
    before: async (deps, world) => {
      await place(deps, world)
      await cancelOrder(deps, { orderNo: orderNo() }, world.call())
      world.wechat.pay(trade(), buyer)
    },
    act: async (deps) => void (await handleNotice(deps, notice(), Number.POSITIVE_INFINITY)),
    after: async (_, world) => settleRefunds(world),
  },
  refunding: {
    before: async (deps, world) => {
      await place(deps, world)
      world.wechat.pay(trade(), buyer)
      await handleNotice(deps, notice(), Number.POSITIVE_INFINITY)
    },
    act: async (deps) => {
      const refund = {
        kind: 'refund',
        by: 'owner',
        key: 'r1',
        amountFen: 1_000 as never,
        reason: 'merchantDecision',
      } as const
      const changed = await changeOrder(deps, orderNo(), (order, nowMs) => decide(order, refund, nowMs))
      if (!changed.ok) throw new Error(changed.refusal.code)
      await runOutbox(deps, changed.value, Number.POSITIVE_INFINITY)
    },
    after: async (deps, world) => {
      settleRefunds(world)
      const asked = [...world.wechat.refunds.values()][0]?.asked
      if (asked === undefined) throw new Error('nothing was refunded')
      const { outRefundNo, outTradeNo, totalFen, amountFen } = asked
      const settled = { refundId: `5030${outRefundNo}`, state: 'settled' } as const
      const numbers = { outRefundNo, outTradeNo, totalFen, amountFen }
      await handleNotice(
        deps,
        { kind: 'notice', notice: { kind: 'refund', rail: 'cloudPay', ...numbers, ...settled } },
        Number.POSITIVE_INFINITY,
      )
    },
  },
}

describe.each(Object.keys(stories))('%s', (name) => {
  const story = stories[name] as Story

  test('ends the same, whichever answer is lost', async () => {
    const calm = await live(story, () => 'done')
    expect(calm.calls.length).toBeGreaterThan(0)
    for (const fate of ['lost', 'failed'] as const) {
      for (let at = 0; at < calm.calls.length; at++) {
        let count = 0
        const rough = await live(story, () => (count++ === at ? fate : 'done'))
        expect(rough.books, `${calm.calls[at]} ${fate}`).toEqual(calm.books)
      }
    }
  })

  test('ends the same when nothing answers for a while', async () => {
    const calm = await live(story, () => 'done')
    for (let from = 0; from < calm.calls.length; from++) {
      let count = 0
      const rough = await live(story, () => (count++ >= from && count < from + 6 ? 'failed' : 'done'))
      expect(rough.books, `from ${calm.calls[from]} on`).toEqual(calm.books)
    }
  })
})

const minute = 60_000

interface Story {
  /** Undisturbed. */
  readonly before?: (deps: Deps, world: MemoryWorld) => Promise<void>
  /** Disturbed, then done once more. */
  readonly act: (deps: Deps, world: MemoryWorld) => Promise<void>
  /** Undisturbed again. */
  readonly after: (deps: Deps, world: MemoryWorld) => Promise<void>
}

const live = async (story: Story, fateOf: (call: string) => Fate) => {
  const world = await memoryWorld()
  const calls: string[] = []
  const note = (call: string): Fate => {
    calls.push(call)
    return fateOf(call)
  }
  const rough: Deps = {
    ...world.deps,
    orders: withFates(world.deps.orders, 'orders', note),
    goods: withFates(world.deps.goods, 'goods', note),
    stock: withFates(world.deps.stock, 'stock', note),
    hints: withFates(world.deps.hints, 'hints', note),
    gateways: { cloudPay: withFates(world.wechat, 'wechat', note, (reason) => ({ kind: 'unknown', reason })) },
  }
  await story.before?.(world.deps, world)
  await story.act(rough, world).catch(() => {})
  world.pass(1_000)
  await story.act(world.deps, world).catch(() => {})
  // Long enough for the slowest pause of an outbox, short enough to stay payable where it should.
  for (let i = 0; i < 20; i++) {
    world.pass(minute)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
  }
  await story.after(world.deps, world)
  for (let i = 0; i < 40; i++) {
    world.pass(minute)
    await keepHouse(world.deps, Number.POSITIVE_INFINITY)
  }
  return { calls, books: await booksOf(world) }
}

/** Everything that counts, without the moments at which it came about. */
const booksOf = async ({ deps, wechat }: MemoryWorld) => {
  const order = await deps.orders.get(orderNo())
  return {
    state: order?.state,
    closeReason: order?.closeReason,
    attempts: order?.attempts.map(({ state, paid }) => ({ state, paidFen: paid?.totalFen })),
    refunds: order?.refunds.map(({ outRefundNo, state, amountFen }) => ({ outRefundNo, state, amountFen })),
    history: order?.history.map(({ what }) => what).sort(),
    outbox: order?.outbox.map(({ key }) => key),
    shelf: (await deps.stock.levels([greenCup])).get(greenCup),
    trades: [...wechat.trades.values()].map(({ outTradeNo, state }) => ({ outTradeNo, state })),
    refunded: [...wechat.refunds.values()].map(({ asked, state }) => [asked.outRefundNo, asked.amountFen, state]),
    incidents: (await deps.incidents.open({ limit: 9 })).items.map(({ kind }) => kind),
  }
}

const place = async (deps: Deps, world: MemoryWorld) => {
  const input = { requestId: requestId('a'), lines: [line(greenCup, 2)], remark: '', couponIds: [] }
  await placeShopOrder(deps, input, world.call())
}

/** Derived from buyer and request, so it is known before anything is placed. */
const orderNo = () => orderNoFor(buyer, requestId('a')) as OrderNo
const trade = () => `${orderNo()}-1` as OutTradeNo
const notice = () =>
  ({
    kind: 'notice',
    notice: {
      kind: 'payment',
      rail: 'cloudPay',
      outTradeNo: trade(),
      transactionId: `4200${trade()}`,
      payer: buyer,
      totalFen: 3980 as never,
    },
  }) as const

const settleRefunds = ({ wechat }: MemoryWorld) => {
  for (const outRefundNo of wechat.refunds.keys()) wechat.settleRefund(outRefundNo as OutRefundNo)
}
