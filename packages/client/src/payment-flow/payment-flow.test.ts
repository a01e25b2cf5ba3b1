import { fen, type OrderNo, type OrderView } from '@pay/core'
import { expect, test } from 'vitest'
import type { Outcome } from '../call/call.ts'
import type { CashierWord } from '../cashier/cashier.ts'
import { fakeTime, settle } from '../testing/fake-time.ts'
import { orderOf, paid, paymentRequest } from '../testing/order-of.ts'
import type { FlowPorts, Opened } from './create-payment-flow.ts'
import { flowOutcome } from './flow-outcome.ts'
import { createPaymentFlows } from './payment-flows.ts'

const { orderNo } = orderOf()
const lost: Outcome<never> = { ok: false, error: { code: 'NO_ANSWER', detail: '' } }

/** A server that says `server.order`, a cashier that a test closes, and time that a test moves. */
const desk = (withRail = true) => {
  const time = fakeTime()
  const server = { order: orderOf(), up: true, asked: 0, paidAgain: 0 }
  let shut: (word: CashierWord) => void = () => {}
  const cashier = { opened: 0, shut: (word: CashierWord) => shut(word) }
  const ports: FlowPorts = {
    ...(withRail && {
      openCashier: () => {
        cashier.opened++
        return new Promise<CashierWord>((resolve) => {
          shut = resolve
        })
      },
    }),
    pay: async (): Promise<Outcome<Opened>> => {
      server.paidAgain++
      return server.up ? { ok: true, data: { order: server.order, payment: paymentRequest } } : lost
    },
    refresh: async (): Promise<Outcome<OrderView>> => {
      server.asked++
      return server.up ? { ok: true, data: { ...server.order, nowMs: time.now() } } : lost
    },
    later: time.later,
  }
  const placed: Outcome<Opened> = { ok: true, data: { order: orderOf(), payment: paymentRequest } }
  return { time, server, cashier, flows: createPaymentFlows(ports), placed }
}

const begun = async (d: ReturnType<typeof desk>) => {
  const flow = d.flows.begin(async () => d.placed)
  flow.submit()
  await settle()
  return flow
}

test('an order is placed, its cashier opens, and paid is said once the server says it', async () => {
  const d = desk()
  const flow = await begun(d)
  expect(flowOutcome(flow.state())).toBe('cashier')
  d.cashier.shut('ok')
  await d.time.pass(1_500)
  expect(flowOutcome(flow.state())).toBe('confirming')
  d.server.order = paid()
  await d.time.pass(2_000)
  expect(flowOutcome(flow.state())).toBe('paid')
  expect(d.time.waiting()).toBe(0)
})

test('the ok of the cashier alone never becomes paid: after about 20 seconds it is unknown', async () => {
  const d = desk()
  const flow = await begun(d)
  d.cashier.shut('ok')
  await d.time.pass(18_999)
  expect(flowOutcome(flow.state())).toBe('confirming')
  await d.time.pass(60_000)
  expect(flowOutcome(flow.state())).toBe('unknown')
  expect(d.server.asked).toBe(6)
  d.server.order = paid()
  flow.askNow()
  await settle()
  expect(flowOutcome(flow.state())).toBe('paid')
})

test('fail after a real payment is paid all the same', async () => {
  const d = desk()
  const flow = await begun(d)
  d.server.order = paid()
  d.cashier.shut('fail')
  await settle()
  expect(flowOutcome(flow.state())).toBe('paid')
})

test('after a cancel the order is kept, and pays again through the same order', async () => {
  const d = desk()
  const flow = await begun(d)
  d.cashier.shut('cancel')
  await settle()
  expect(flowOutcome(flow.state())).toBe('notPaid')
  flow.payAgain()
  flow.payAgain()
  await settle()
  expect(flowOutcome(flow.state())).toBe('cashier')
  expect([d.server.paidAgain, d.cashier.opened]).toEqual([1, 2])
})

test('a cancel that was none turns into paid while the page is open', async () => {
  const d = desk()
  const flow = await begun(d)
  d.cashier.shut('cancel')
  await settle()
  d.server.order = paid()
  await d.time.pass(20_000)
  expect(flowOutcome(flow.state())).toBe('paid')
})

test('a cashier that never comes back is asked about when the page shows again', async () => {
  const d = desk()
  const flow = await begun(d)
  flow.shown()
  expect(flowOutcome(flow.state())).toBe('cashier')
  flow.hidden()
  d.server.order = paid()
  flow.shown()
  await settle()
  expect(flowOutcome(flow.state())).toBe('paid')
})

test('nothing is asked while the page is hidden', async () => {
  const d = desk()
  const flow = await begun(d)
  d.cashier.shut('ok')
  await d.time.pass(1_000)
  flow.hidden()
  const { asked } = d.server
  await d.time.pass(600_000)
  expect(d.server.asked).toBe(asked)
  flow.shown()
  await settle()
  expect(d.server.asked).toBe(asked + 1)
})

test('without an answer at all it is unknown, not unpaid', async () => {
  const d = desk()
  const flow = await begun(d)
  d.server.up = false
  d.cashier.shut('cancel')
  await d.time.pass(60_000)
  expect(flowOutcome(flow.state())).toBe('unknown')
})

test('an order placed without payment parameters asks for them once', async () => {
  const d = desk()
  const flow = d.flows.begin(async () => ({ ok: true, data: { order: orderOf() } }))
  flow.submit()
  await settle()
  expect([d.server.paidAgain, d.cashier.opened]).toEqual([1, 1])
})

test('a retry that finds its order paid opens no cashier', async () => {
  const d = desk()
  d.server.order = paid()
  const flow = d.flows.begin(async () => ({ ok: true, data: { order: paid(), payment: paymentRequest } }))
  flow.submit()
  await settle()
  expect(flowOutcome(flow.state())).toBe('paid')
  expect(d.cashier.opened).toBe(0)
})

test('without a rail nothing is ordered', async () => {
  const d = desk(false)
  let placings = 0
  const flow = d.flows.begin(async () => {
    placings++
    return d.placed
  })
  flow.submit()
  await settle()
  expect(flow.state()).toEqual({ step: 'refused', error: { code: 'NO_RAIL' } })
  expect(placings).toBe(0)
})

test('the page of the result finds the flow that the page of the order began', async () => {
  const d = desk()
  const flow = await begun(d)
  expect(d.flows.of(orderNo)).toBe(flow)
  expect(d.flows.of('01HZX3ABCDEFGHJKMNPQRSTVWY' as OrderNo)).not.toBe(flow)
})

test('money that came after the close is told as on its way back', async () => {
  const d = desk()
  d.server.order = orderOf({
    state: 'closed',
    paidFen: fen(0),
    refunds: [{ amountFen: fen(1990), reason: 'latePayment', state: 'accepted', requestedAtMs: 1 }],
  })
  const flow = d.flows.of(orderNo)
  await settle()
  expect(flowOutcome(flow.state())).toBe('refunding')
  d.server.order = { ...d.server.order, refunds: d.server.order.refunds.map((one) => ({ ...one, state: 'settled' })) }
  await d.time.pass(1_000)
  expect(flowOutcome(flow.state())).toBe('refunded')
})

test('somebody else’s order is asked for once: a server that has none does not find one by being asked again', async () => {
  const time = fakeTime()
  let asked = 0
  const flow = createPaymentFlows({
    pay: async () => lost,
    refresh: async () => {
      asked++
      return { ok: false, error: { code: 'NOT_FOUND' } }
    },
    later: time.later,
  }).of(orderNo)
  await settle()
  expect(flowOutcome(flow.state())).toBe('unknown')
  await time.pass(60_000)
  expect(asked).toBe(1)
})

test('an order that is being closed says so while WeChat is asked', async () => {
  const d = desk()
  d.server.order = orderOf({ state: 'closing' })
  const flow = d.flows.of(orderNo)
  await settle()
  expect(flowOutcome(flow.state())).toBe('closing')
  expect(d.time.waiting()).toBe(1)
})
