import { payNotice, payTrade, refundNotice, settleRefund } from '@pay/emulator/book'
import { merchant } from '../world/book-gateway.ts'
import { owner } from '../world/functions.ts'
import { firstRunner, paidTask, secondRunner, taskBuyer } from './paid-task.ts'
import { placedOrder } from './placed-order.ts'
import type { EventSpec, ExhaustiveScene, ProcessSpec } from './scene.ts'
import { copyBook, type State } from './state.ts'

const minute = 60_000
const buyer = (at: number) => `oBuyer${at}000000000000000000000`
const client = (at: number) => ({ SOURCE: 'wx_client', OPENID: buyer(at), CLIENTIP: '203.0.113.7' })
const lines = [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }]

const place = (name: string, at: number): ProcessSpec => ({
  name,
  context: client(at),
  input: () => ({ requestId: `request-00000000${at}`, lines, remark: '' }),
  run: ({ shop }, input) => shop({ action: 'placeOrder', input }, undefined),
})

/** Any action of `order` on the buyer's order, as soon as there is one. */
const onOrder = (action: 'cancel' | 'refresh' | 'pay', at: number): ProcessSpec => ({
  name: `${action} ${at}`,
  context: client(at),
  input: (state) => {
    const order = orderOf(state, at)
    return order === undefined ? undefined : { orderNo: order.orderNo }
  },
  run: ({ order }, input) => order({ action, input }, undefined),
})

const notice = (name: string, at: number): ProcessSpec => ({
  name,
  context: { SOURCE: 'wx_paycallback' },
  input: (state) => {
    const trade = tradeOf(state, at)
    return trade?.payment === undefined ? undefined : payNotice(trade, { nonceStr: 'n' })
  },
  run: (functions, event) => functions['pay-notice'](event, undefined),
})

const refundNoticeOf = (name: string, at: number): ProcessSpec => ({
  name,
  context: { SOURCE: 'wx_paycallback' },
  input: (state) => {
    const trade = tradeOf(state, at)
    const refund = trade?.refunds.find((one) => one.state === 'SUCCESS')
    return trade === undefined || refund === undefined ? undefined : refundNotice(trade, refund, { nonceStr: 'n' })
  },
  run: (functions, event) => functions['pay-notice'](event, undefined),
})

/** The owner gives a part back, whatever becomes of the order. */
const ownerRefunds = (at: number): ProcessSpec => ({
  name: 'the owner refunds',
  context: { SOURCE: 'wx_client', OPENID: owner, CLIENTIP: '203.0.113.7' },
  input: (state) => {
    const order = orderOf(state, at)
    return order?.paidBy === undefined ? undefined : { orderNo: order.orderNo, key: 'r1', amountFen: 100 }
  },
  run: (functions, input) => functions.owner({ action: 'refund', input }, undefined),
})

const timer: ProcessSpec = {
  name: 'timer',
  context: { SOURCE: 'wx_trigger' },
  input: (state) => (state.orders.size > 0 ? {} : undefined),
  run: ({ housekeeping }) => housekeeping({}, undefined),
}

const pays = (at: number): EventSpec => ({
  name: `buyer ${at} pays`,
  happen: (state) => {
    const trade = tradeOf(state, at)
    if (trade === undefined) return undefined
    const book = copyBook(state.book)
    const paid = payTrade(book, { prepayId: trade.prepayId, openid: trade.openid }, state.nowMs)
    return paid.ok ? { ...state, book } : undefined
  },
})

const settles = (at: number): EventSpec => ({
  name: `the refund of buyer ${at} arrives`,
  happen: (state) => {
    const refund = tradeOf(state, at)?.refunds.find((one) => one.state === 'PROCESSING')
    if (refund === undefined) return undefined
    const book = copyBook(state.book)
    settleRefund(book, { mchid: merchant.mchid, outRefundNo: refund.outRefundNo }, 'SUCCESS', state.nowMs)
    return { ...state, book }
  },
})

const passes = (minutes: number): EventSpec => ({
  name: `${minutes} minutes pass`,
  happen: (state) => (state.orders.size === 0 ? undefined : { ...state, nowMs: state.nowMs + minutes * minute }),
})

const orderOf = (state: State, at: number) => [...state.orders.values()].find((order) => order.buyer === buyer(at))
const tradeOf = (state: State, at: number) =>
  [...state.book.trades.values()].find((trade) => trade.openid === buyer(at))

const onTask = (action: 'take' | 'cancel', name: string, openid: string, more: object = {}): ProcessSpec => ({
  name,
  context: { SOURCE: 'wx_client', OPENID: openid, CLIENTIP: '203.0.113.7' },
  input: (state) => {
    const [order] = state.orders.values()
    return order === undefined ? undefined : { orderNo: order.orderNo, ...more }
  },
  run: ({ errand }, input) => errand({ action, input }, undefined),
})

/** What is walked from end to end. */
export const exhaustiveScenes: readonly ExhaustiveScene[] = [
  {
    name: 'one order at the cashier: paid, told, cancelled, refunded',
    faults: 3,
    stock: { 'cup-green': 1 },
    prepare: placedOrder(buyer(1), { 'cup-green': 1 }, lines),
    processes: [notice('notice', 1), onOrder('cancel', 1), refundNoticeOf('refund notice', 1), ownerRefunds(1)],
    events: [pays(1), settles(1)],
  },
  {
    name: 'one order from its placing: paid, told, cancelled, refunded, minutes later',
    faults: 2,
    stock: { 'cup-green': 1 },
    processes: [place('place', 1), notice('notice', 1), onOrder('cancel', 1), refundNoticeOf('refund notice', 1)],
    events: [pays(1), settles(1), passes(6)],
  },
  {
    name: 'one order: placed twice, expired under the payment, found by the timer',
    faults: 3,
    stock: { 'cup-green': 1 },
    processes: [place('place', 1), place('place again', 1), timer],
    events: [pays(1), passes(31)],
  },
  {
    name: 'two orders for the last piece',
    faults: 1,
    stock: { 'cup-green': 1 },
    processes: [
      place('place 1', 1),
      place('place 2', 2),
      notice('notice 1', 1),
      onOrder('cancel', 1),
      onOrder('refresh', 2),
    ],
    events: [pays(1), pays(2)],
  },
  {
    name: 'two runners for one task',
    faults: 1,
    stock: {},
    prepare: paidTask,
    processes: [
      onTask('take', 'runner 1 takes', firstRunner),
      onTask('take', 'runner 1 taps again', firstRunner),
      onTask('take', 'runner 2 takes', secondRunner),
      onTask('cancel', 'the buyer cancels', taskBuyer, { toldFen: 0 }),
    ],
    events: [],
  },
]
