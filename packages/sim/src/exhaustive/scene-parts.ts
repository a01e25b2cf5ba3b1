import { payNotice, payTrade, refundNotice, settleRefund } from '@pay/emulator/book'
import { merchant } from '../world/book-gateway.ts'
import { owner } from '../world/functions.ts'
import type { EventSpec, ProcessSpec } from './scene.ts'
import { copyBook, type State } from './state.ts'

const minute = 60_000
export const buyer = (at: number) => `oBuyer${at}000000000000000000000`
const client = (at: number) => ({ SOURCE: 'wx_client', OPENID: buyer(at), CLIENTIP: '203.0.113.7' })
const stranger = { SOURCE: 'wx_client', OPENID: 'oStranger0000000000000000000', CLIENTIP: '203.0.113.9' }
export const lines = [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }]

export const place = (name: string, at: number): ProcessSpec => ({
  name,
  context: client(at),
  input: () => ({ requestId: `request-00000000${at}`, lines, remark: '' }),
  run: ({ shop }, input) => shop({ action: 'placeOrder', input }, undefined),
})

/** Any action of `order` on the buyer's order, as soon as there is one. */
export const onOrder = (action: 'cancel' | 'refresh' | 'pay', at: number): ProcessSpec => ({
  name: `${action} ${at}`,
  context: client(at),
  input: (state) => {
    const order = orderOf(state, at)
    return order === undefined ? undefined : { orderNo: order.orderNo }
  },
  run: ({ order }, input) => order({ action, input }, undefined),
})

export const notice = (name: string, at: number): ProcessSpec => ({
  name,
  context: { SOURCE: 'wx_paycallback' },
  input: (state) => {
    const trade = tradeOf(state, at)
    return trade?.payment === undefined ? undefined : payNotice(trade, { nonceStr: 'n' })
  },
  run: (functions, event) => functions['pay-notice'](event, undefined),
})

/** WeChat's notice to the letter, sent by a user, of a payment that was never made. */
export const forgedNotice = (name: string, at: number, wrongByFen = 0): ProcessSpec => ({
  name,
  context: stranger,
  input: (state) => {
    const trade = tradeOf(state, at)
    if (trade === undefined) return undefined
    const { createdAtMs: paidAtMs, totalFee: cashFee } = trade
    const payment = {
      transactionId: '4200000000202611210000000001',
      paidAtMs,
      bankType: 'OTHERS',
      cashFee,
      coupons: [],
    }
    return payNotice({ ...trade, payment }, { nonceStr: 'n', wrongByFen })
  },
  run: (functions, event) => functions['pay-notice'](event, undefined),
})

/** What a user does to the order of another. */
export const strangers = (action: 'cancel' | 'refresh', at: number): ProcessSpec => ({
  ...onOrder(action, at),
  name: `a stranger's ${action}`,
  context: stranger,
})

export const refundNoticeOf = (name: string, at: number): ProcessSpec => ({
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
export const ownerRefunds = (at: number): ProcessSpec => ({
  name: 'the owner refunds',
  context: { SOURCE: 'wx_client', OPENID: owner, CLIENTIP: '203.0.113.7' },
  input: (state) => {
    const order = orderOf(state, at)
    return order?.paidBy === undefined ? undefined : { orderNo: order.orderNo, key: 'r1', amountFen: 100 }
  },
  run: (functions, input) => functions.owner({ action: 'refund', input }, undefined),
})

export const timer: ProcessSpec = {
  name: 'timer',
  context: { SOURCE: 'wx_trigger' },
  input: (state) => (state.orders.size > 0 ? {} : undefined),
  run: ({ housekeeping }) => housekeeping({}, undefined),
}

export const pays = (at: number): EventSpec => ({
  name: `buyer ${at} pays`,
  happen: (state) => {
    const trade = tradeOf(state, at)
    if (trade === undefined) return undefined
    const book = copyBook(state.book)
    const paid = payTrade(book, { prepayId: trade.prepayId, openid: trade.openid }, state.nowMs)
    return paid.ok ? { ...state, book } : undefined
  },
})

export const settles = (at: number): EventSpec => ({
  name: `the refund of buyer ${at} arrives`,
  happen: (state) => {
    const refund = tradeOf(state, at)?.refunds.find((one) => one.state === 'PROCESSING')
    if (refund === undefined) return undefined
    const book = copyBook(state.book)
    settleRefund(book, { mchid: merchant.mchid, outRefundNo: refund.outRefundNo }, 'SUCCESS', state.nowMs)
    return { ...state, book }
  },
})

export const passes = (minutes: number): EventSpec => ({
  name: `${minutes} minutes pass`,
  happen: (state) => (state.orders.size === 0 ? undefined : { ...state, nowMs: state.nowMs + minutes * minute }),
})

const orderOf = (state: State, at: number) => [...state.orders.values()].find((order) => order.buyer === buyer(at))
const tradeOf = (state: State, at: number) =>
  [...state.book.trades.values()].find((trade) => trade.openid === buyer(at))

export const onTask = (action: 'take' | 'cancel', name: string, openid: string, more: object = {}): ProcessSpec => ({
  name,
  context: { SOURCE: 'wx_client', OPENID: openid, CLIENTIP: '203.0.113.7' },
  input: (state) => {
    const [order] = state.orders.values()
    return order === undefined ? undefined : { orderNo: order.orderNo, ...more }
  },
  run: ({ errand }, input) => errand({ action, input }, undefined),
})
