import { fen, type OpenId, type OutRefundNo, type OutTradeNo, type PaymentAttempt } from '@pay/core'
import { beforeEach, describe, expect, it } from 'vitest'
import type { HttpAnswer } from '../../ports/http.ts'
import { PortError } from '../../ports/port-error.ts'
import type { VirtualPayment } from '../../ports/virtual-payment.ts'
import {
  memoryAccessTokenStore,
  memorySessionStore,
  memorySignedPaymentStore,
} from '../memory/memory-virtual-stores.ts'
import { accessToken } from './access-token.ts'
import type { VirtualPaymentParts } from './config.ts'
import { sessionLivesMs } from './log-in.ts'
import { unpaidCountsAsClosedAfterMs } from './query-payment.ts'
import { refundOrderIdOf } from './refund-payment.ts'
import { paySigOf, userSignatureOf } from './sign.ts'
import { virtualPayment } from './virtual-payment.ts'

const anna = 'oAnna0000000000000000000000' as OpenId
const orderNo = 'A'.repeat(26) as never
const outTradeNo = `${orderNo}-1` as OutTradeNo
const nowMs = 1_700_000_000_000

type Answers = Readonly<Record<string, unknown>>

let sent: { path: string; query: URLSearchParams; text: string }[]
/** By the end of the path; a function decides anew each time. */
let answers: Record<string, unknown>
let parts: VirtualPaymentParts
let rail: VirtualPayment
let clockMs: number

beforeEach(() => {
  sent = []
  clockMs = nowMs
  answers = { stable_token: { access_token: 'token', expires_in: 7_200 } }
  parts = {
    config: {
      appId: 'wx0000000000000001',
      appSecret: 'secret',
      offerId: '1450000001',
      appKey: '12345',
      env: 0,
      apiBase: 'https://api.weixin.qq.com',
      timeoutMs: 1_000,
    },
    http: {
      async send({ url, body = '' }): Promise<HttpAnswer> {
        const { pathname, searchParams } = new URL(url)
        sent.push({ path: pathname, query: searchParams, text: body })
        const name = pathname.split('/').at(-1) ?? ''
        const answer = typeof answers[name] === 'function' ? (answers[name] as () => unknown)() : answers[name]
        if (answer === undefined) throw new PortError('http', 'no answer in time')
        return typeof answer === 'string'
          ? { status: 200, body: answer }
          : { status: 200, body: JSON.stringify(answer), ...(answer as { status?: number }) }
      },
    },
    tokens: memoryAccessTokenStore(),
    sessions: memorySessionStore(),
    signed: memorySignedPaymentStore(),
    clock: { nowMs: () => clockMs },
    log: { write: () => {} },
    saleOf,
  }
  rail = virtualPayment(parts)
})

/** 5 yuan are a published good, all else is coins. */
const saleOf: VirtualPaymentParts['saleOf'] = (amountFen) =>
  amountFen === 500 ? { kind: 'goods', productId: 'tip_5_yuan' } : { kind: 'coins', coins: amountFen }

const attempt = (amountFen: number): PaymentAttempt => ({
  outTradeNo,
  rail: 'virtualPayment',
  amountFen: fen(amountFen),
  state: 'open',
  prepay: { body: '', clientIp: '127.0.0.1', nonce: 'n', expiresAtMs: nowMs + 1 },
  createdAtMs: nowMs,
})
const order = (more: Answers): Answers => ({
  errcode: 0,
  order: {
    order_id: outTradeNo,
    status: 4,
    order_type: 0,
    order_fee: 500,
    left_fee: 500,
    create_time: nowMs / 1000,
    paid_time: nowMs / 1000 + 5,
    env_type: 1,
    wx_order_id: 'wx1',
    wxpay_order_id: '4200',
    ...more,
  },
})
/** Not brought just now, unless told so. */
const session = (livesMs = 1_000_000) => parts.sessions.put(anna, { sessionKey: 'key==', expiresAtMs: nowMs + livesMs })

describe('what is signed', () => {
  it('is the very text that the phone hands on: goods by their product, coins by their number', async () => {
    await session(sessionLivesMs)
    const goods = await rail.prepay({ orderNo, payer: anna, attempt: attempt(500) })
    const signData = `{"offerId":"1450000001","buyQuantity":1,"env":0,"currencyType":"CNY","productId":"tip_5_yuan","goodsPrice":500,"outTradeNo":"${outTradeNo}","attach":"${orderNo}"}`
    expect(goods).toEqual({
      kind: 'ready',
      payment: {
        rail: 'virtualPayment',
        mode: 'short_series_goods',
        signData,
        paySig: paySigOf('12345', 'requestVirtualPayment', signData),
        signature: userSignatureOf('key==', signData),
      },
    })
    const coins = await rail.prepay({ orderNo, payer: anna, attempt: attempt(1234) })
    expect(coins).toMatchObject({
      payment: { mode: 'short_series_coin', signData: expect.stringMatching(/"buyQuantity":1234,/) },
    })
    expect(sent).toEqual([])
  })

  it('is in the book before it leaves the server', async () => {
    await session()
    Object.assign(parts.signed, {
      record: async () => {
        throw new PortError('signed', 'no answer')
      },
    })
    await expect(rail.prepay({ orderNo, payer: anna, attempt: attempt(500) })).rejects.toThrow(PortError)
  })

  it('is not signed with a session that WeChat has replaced; when WeChat does not say, it is', async () => {
    const prepay = () => rail.prepay({ orderNo, payer: anna, attempt: attempt(500) })
    for (const answer of [{ errcode: 0, errmsg: 'ok' }, undefined, { errcode: -1 }, '<html>']) {
      await session()
      answers.checksession = answer
      expect((await prepay()).kind).toBe('ready')
    }
    expect(sent.at(-1)?.query.get('signature')).toBe(userSignatureOf('key==', ''))
    answers.checksession = { errcode: 87009, errmsg: 'invalid signature' }
    expect(await prepay()).toEqual({ kind: 'loginNeeded' })
    expect(await parts.sessions.get(anna, nowMs)).toBeUndefined()
  })

  it('of a call is its body, with the env, and the user’s signature where one is asked for', async () => {
    await session()
    answers.query_user_balance = { errcode: 0, balance: 7 }
    expect(await rail.coinsOf(anna, '127.0.0.1')).toEqual({ kind: 'coins', coins: 7 })
    const { path, query, text } = sent.at(-1) ?? { path: '', query: new URLSearchParams(), text: '' }
    expect(JSON.parse(text)).toEqual({ openid: anna, user_ip: '127.0.0.1', env: 0 })
    expect(query.get('pay_sig')).toBe(paySigOf('12345', path, text))
    expect(query.get('signature')).toBe(userSignatureOf('key==', text))
    expect(query.get('access_token')).toBe('token')
  })
})

describe('a payment, asked about', () => {
  const query = () => rail.query(outTradeNo, anna)

  it.each([
    [{ status: 1 }, 'open'],
    [{ status: 0 }, 'open'],
    [{ status: 6 }, 'closed'],
    [{ status: 2 }, 'paid'],
    [{ status: 3 }, 'paid'],
    [{ status: 5, left_fee: 0 }, 'paid'],
    [{ status: 8 }, 'paid'],
    [{ status: 11 }, 'unknown'],
    [{ status: 4, paid_time: 0 }, 'unknown'],
    [{ status: 4, order_fee: '500' }, 'unknown'],
    [{ order_id: 'other' }, 'mismatch'],
    [{ env_type: 2 }, 'mismatch'],
    [{ order_type: 1 }, 'mismatch'],
  ])('%o is %s', async (fields, kind) => {
    answers.query_order = order(fields)
    expect((await query()).kind).toBe(kind)
  })

  it('tells what it cost, when, and the number on the payer’s receipt, or virtual payment’s own', async () => {
    answers.query_order = order({})
    const payment = { transactionId: '4200', totalFen: 500, paidAtMs: nowMs + 5_000 }
    expect(await query()).toEqual({ kind: 'paid', payer: anna, payment })
    answers.query_order = order({ order_type: 7, wxpay_order_id: '' })
    expect(await query()).toEqual({ kind: 'paid', payer: anna, payment: { ...payment, transactionId: 'wx1' } })
  })

  it('counts as closed when its cashier has lapsed', async () => {
    answers.query_order = order({ status: 1 })
    clockMs = nowMs + unpaidCountsAsClosedAfterMs
    expect((await query()).kind).toBe('open')
    clockMs++
    expect((await query()).kind).toBe('closed')
  })

  it.each([
    [{ errcode: 268490002, errmsg: 'order not exist' }, 'none'],
    [{ errcode: 268490002, errmsg: '订单不存在' }, 'none'],
    [{ errcode: 268490002, errmsg: 'openid is empty' }, 'unknown'],
    [{ errcode: 268490001, errmsg: 'openid error' }, 'unknown'],
    [{ errcode: -1, errmsg: 'system error' }, 'unknown'],
    [{ errcode: '1' }, 'unknown'],
    [{ errcode: 0 }, 'unknown'],
    [{ status: 502 }, 'unknown'],
    ['<html>', 'unknown'],
    ['[]', 'unknown'],
    [undefined, 'unknown'],
  ])('answered by %j is %s', async (answer, kind) => {
    answers.query_order = answer
    expect((await query()).kind).toBe(kind)
  })

  it('without a payer, or without a token, is unknown', async () => {
    expect((await rail.query(outTradeNo)).kind).toBe('unknown')
    answers.stable_token = undefined
    expect((await query()).kind).toBe('unknown')
  })

  it('says aloud that appid or secret are wrong: that does not pass by itself', async () => {
    answers.stable_token = { errcode: 40125, errmsg: 'invalid appsecret' }
    await expect(query()).rejects.toThrow(/40125 .*APP_SECRET/)
  })
})

describe('the token', () => {
  const tokens = () => sent.filter(({ path }) => path === '/cgi-bin/stable_token').length

  it('is one for all instances; near its end one of them renews it', async () => {
    answers.query_order = order({})
    const others = Array.from({ length: 5 }, () => virtualPayment(parts))
    await rail.query(outTradeNo, anna)
    for (const other of others) await other.query(outTradeNo, anna)
    expect(tokens()).toBe(1)
    clockMs += 7_200_000 - 4 * 60_000
    await Promise.all(others.map((other) => other.query(outTradeNo, anna)))
    expect(tokens()).toBe(2)
  })

  it('that WeChat calls void is renewed once, and the call made again', async () => {
    let n = 0
    answers.query_order = () => (++n === 1 ? { errcode: 40001, errmsg: 'invalid credential' } : order({}))
    expect((await rail.query(outTradeNo, anna)).kind).toBe('paid')
    expect(tokens()).toBe(2)
    answers.query_order = { errcode: 42001, errmsg: 'expired' }
    expect((await rail.query(outTradeNo, anna)).kind).toBe('unknown')
    expect(tokens()).toBe(3)
  })
})

describe('a refund', () => {
  const asked = {
    outRefundNo: `${outTradeNo}-a-very-long-refund` as OutRefundNo,
    outTradeNo,
    totalFen: fen(500),
    amountFen: fen(200),
    reason: '商家退款',
    payer: anna,
  }
  const gone = { errcode: 268490002, errmsg: 'order not exist' }
  const byNumber =
    (payment: unknown, refund: unknown = gone) =>
    () =>
      sent.at(-1)?.text.includes(refundOrderIdOf(asked.outRefundNo)) ? refund : payment

  it('names what is left, under a number of its own that WeChat takes', async () => {
    answers.query_order = byNumber(order({ left_fee: 300 }))
    answers.refund_order = { errcode: 0, refund_wx_order_id: 'wxr1' }
    expect(await rail.refund(asked)).toEqual({ kind: 'accepted', refundId: 'wxr1' })
    expect(JSON.parse(sent.at(-1)?.text ?? '')).toEqual({
      openid: anna,
      order_id: outTradeNo,
      refund_order_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      left_fee: 300,
      refund_fee: 200,
      biz_meta: asked.outRefundNo,
      refund_reason: '0',
      req_from: '3',
      env: 0,
    })
  })

  it('that WeChat has already is accepted without asking again', async () => {
    answers.query_order = byNumber(order({}), order({ order_type: 1, status: 1, refund_fee: 200 }))
    expect(await rail.refund(asked)).toMatchObject({ kind: 'accepted' })
    expect(sent.some(({ path }) => path.endsWith('refund_order'))).toBe(false)
  })

  it.each([
    [order({ left_fee: 199 }), undefined, 'refused'],
    [order({ order_type: 7 }), undefined, 'refused'],
    [gone, undefined, 'refused'],
    [order({ left_fee: undefined }), undefined, 'unknown'],
    [order({}), { errcode: 268490016, errmsg: 'left_fee' }, 'unknown'],
    [order({}), { errcode: 268490014, errmsg: 'refunding' }, 'unknown'],
    [order({}), undefined, 'unknown'],
    [order({}), { errcode: 268490006, errmsg: 'coin balance' }, 'refused'],
    [order({}), { errcode: 268490004, errmsg: 'repeated' }, 'accepted'],
  ])('of %j, answered by %j, is %s %s', async (payment, answer, kind) => {
    answers.query_order = byNumber(payment)
    answers.refund_order = answer
    expect((await rail.refund(asked)).kind).toBe(kind)
  })

  it.each([
    [1, 'accepted'],
    [9, 'accepted'],
    [10, 'accepted'],
    [8, 'settled'],
    [5, 'settled'],
    [7, 'abnormal'],
    [6, 'closed'],
  ])('of status %i is %s', async (status, kind) => {
    answers.query_order = order({ order_type: 1, status, refund_fee: 200 })
    expect((await rail.queryRefund(asked)).kind).toBe(kind)
  })
})

describe('coins', () => {
  const coins = { outTradeNo, orderNo, payer: anna, clientIp: '127.0.0.1', coins: 1234 }

  it.each([
    [{ errcode: 0 }, 'done'],
    [{ errcode: 268490004, errmsg: 'repeated' }, 'done'],
    [{ errcode: 268490006, errmsg: 'not enough' }, 'refused'],
    [{ errcode: 268490009, errmsg: 'session_key expired' }, 'loginNeeded'],
    [{ errcode: 268490003, errmsg: 'signature error' }, 'loginNeeded'],
    [{ errcode: 268490003, errmsg: 'pay_sig error' }, 'refused'],
    [undefined, 'unknown'],
  ])('spent, answered by %j: %s', async (answer, kind) => {
    await session()
    answers.currency_pay = answer
    expect((await rail.spendCoins(coins)).kind).toBe(kind)
    expect((await parts.sessions.get(anna, nowMs)) === undefined).toBe(kind === 'loginNeeded')
  })

  it.each([
    [{ errcode: 0 }, 'done'],
    [{ errcode: 268490004, errmsg: 'repeated' }, 'done'],
    [{ errcode: 268490005, errmsg: 'returned' }, 'done'],
    [{ errcode: 268490002, errmsg: 'amount' }, 'refused'],
  ])('returned, answered by %j: %s', async (answer, kind) => {
    await session()
    answers.cancel_currency_pay = answer
    expect((await rail.returnCoins(coins)).kind).toBe(kind)
  })

  it('that were never spent use up their number first: a spending that comes late finds nothing to do', async () => {
    await session()
    const spent = () => sent.some(({ path }) => path.endsWith('/currency_pay'))
    answers.cancel_currency_pay = () =>
      spent() ? { errcode: 0 } : { errcode: 268490002, errmsg: 'pay_order_id not exist' }
    answers.currency_pay = { errcode: 0 }
    expect(await rail.returnCoins(coins)).toEqual({ kind: 'done' })
    expect(spent()).toBe(true)
  })

  it('are not back while their number could still be spent', async () => {
    await session()
    answers.cancel_currency_pay = { errcode: 268490002, errmsg: 'pay_order_id not exist' }
    expect((await rail.returnCoins(coins)).kind).toBe('unknown')
    answers.currency_pay = { errcode: 268490002, errmsg: 'amount' }
    expect((await rail.returnCoins(coins)).kind).toBe('refused')
  })

  it('are back where the refund took them before', async () => {
    await session()
    answers.cancel_currency_pay = { errcode: 268490002, errmsg: 'pay_order_id not exist' }
    answers.currency_pay = { errcode: 268490006, errmsg: 'not enough' }
    expect(await rail.returnCoins(coins)).toEqual({ kind: 'done' })
  })

  it('cannot move without a session', async () => {
    expect(await rail.spendCoins(coins)).toEqual({ kind: 'loginNeeded' })
    expect(sent).toEqual([])
  })
})

describe('the access token', () => {
  it('that another call finds void while it is being kept is still an answer', async () => {
    const { tokens } = parts
    const put = async (token: Parameters<typeof tokens.put>[0]) => {
      await tokens.put(token)
      if (token.token !== '') await access.discard(token.token)
    }
    const access = accessToken({ ...parts, tokens: { ...tokens, put } })
    expect(await access.get()).toBe('token')
  })
})
