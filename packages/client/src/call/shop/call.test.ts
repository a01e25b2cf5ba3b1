import { type OrderNo, orderContract, shopContract } from '@pay/core'
import { expect, test } from 'vitest'
import { type Transport, TransportError } from '../../transport/transport.ts'
import { createCall } from '../call.ts'

const orderNo = '01HZX3ABCDEFGHJKMNPQRSTVWX' as OrderNo
const lines = [{ goodsId: 'cup', skuId: 'cup-1', quantity: 1 }]
const lost = new TransportError('lost')

/** Answers in turn; an Error is thrown. Remembers what it was asked. */
const answering = (...answers: readonly unknown[]) => {
  const asked: string[] = []
  const transport: Transport = {
    call: async (name, event) => {
      const answer = answers[asked.length]
      asked.push(JSON.stringify([name, event]))
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  const slept: number[] = []
  return { asked, slept, call: createCall(transport, async (ms) => void slept.push(ms)) }
}

test('an answer goes to the caller as the server gave it', async () => {
  const { call, asked } = answering({ ok: true, data: { items: [] } })
  expect(await call(shopContract, 'listGoods', {})).toEqual({ ok: true, data: { items: [] } })
  expect(asked).toEqual(['["shop",{"action":"listGoods","input":{}}]'])
})

test('a refusal is an answer and is not asked for twice', async () => {
  const { call, asked } = answering({ ok: false, error: { code: 'GOODS_GONE', skuIds: ['cup-1'] } })
  const outcome = await call(shopContract, 'quote', { lines })
  expect(outcome).toEqual({ ok: false, error: { code: 'GOODS_GONE', skuIds: ['cup-1'] } })
  expect(asked).toHaveLength(1)
})

test('a lost answer to placing is asked for once more, with the same requestId', async () => {
  const { call, asked } = answering(lost, { ok: true, data: 'placed' })
  const outcome = await call(shopContract, 'placeOrder', { requestId: 'r'.repeat(20), lines })
  expect(outcome).toEqual({ ok: true, data: 'placed' })
  expect(asked[1]).toBe(asked[0])
})

test('two lost answers are told as no answer, not thrown', async () => {
  const { call, asked } = answering(lost, lost, { ok: true, data: 'too late' })
  expect(await call(orderContract, 'get', { orderNo })).toEqual({
    ok: false,
    error: { code: 'NO_ANSWER', detail: 'lost' },
  })
  expect(asked).toHaveLength(2)
})

test('an action that is not known to be safe is not repeated', async () => {
  const { call, asked } = answering(lost, { ok: true, data: 'twice' })
  const contract = { name: 'errand', actions: { rate: shopContract.actions.getGoods } } as const
  expect(await call(contract, 'rate', { goodsId: 'cup' })).toMatchObject({ error: { code: 'NO_ANSWER' } })
  expect(asked).toHaveLength(1)
})

test('a busy server is given the pause it asks for, two seconds at most', async () => {
  const { call, slept } = answering(
    { ok: false, error: { code: 'BUSY', retryAfterMs: 60_000 } },
    { ok: true, data: 'done' },
  )
  expect(await call(orderContract, 'cancel', { orderNo })).toEqual({ ok: true, data: 'done' })
  expect(slept).toEqual([2_000])
})

test.each([undefined, null, 'text', {}, { ok: true }, { ok: false }, { ok: false, error: { code: 7 } }])(
  'an answer of another shape (%j) is no answer',
  async (strange) => {
    const { call } = answering(strange, strange)
    expect(await call(orderContract, 'get', { orderNo })).toMatchObject({ ok: false, error: { code: 'NO_ANSWER' } })
  },
)
