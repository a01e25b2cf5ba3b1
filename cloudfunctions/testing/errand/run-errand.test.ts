import { openTask } from '@pay/backend/testing'
import { wxOrderStore } from '@pay/backend/wx'
import { openForMs } from '@pay/core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { emulatedCloud, patiently } from '../emulated-cloud.ts'

const from = { lat: 30.274151, lng: 120.155149 }
const to = { lat: 30.246026, lng: 120.210792 }
const person = { door: '', name: '王小姐', phone: '13800000001' }

/** The functions as they are deployed, on the real SDK, called through the door that phones use. */
describe('an errand on the emulated cloud', { timeout: 180_000 }, async () => {
  const world = await emulatedCloud()
  const { emulator, call, post, requests, mark } = world
  beforeEach(() => world.begin())
  afterAll(() => emulator.dispose())

  const asked = async (user: string, name: string, action: string, input: object = {}) => {
    const answer = await call(user, name, action, input)
    if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer.error)}`)
    return answer.data
  }
  const errand = (user: string, action: string, input: object = {}) => asked(user, 'errand', action, input)
  const paidOrder = async (orderNo: string) => {
    await post('/__emulator/pay/outcome', { outTradeNo: `${orderNo}-1`, action: 'pay', notice: 'normal', user: 'li' })
    await emulator.advance(1_000)
    const endMs = Date.now() + patiently.timeout
    while (Date.now() < endMs) {
      const order = await asked('li', 'order', 'get', { orderNo })
      if (order.state !== 'unpaid') return order
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${orderNo} stays unpaid`)
  }
  const published = async (name: string, user = 'li', what = '一份合同') => {
    const terms = { kind: 'send', weightKg: 2, tipFen: 200 }
    const quote = await errand(user, 'quote', { ...terms, from, to })
    return await call(user, 'errand', 'publish', {
      requestId: `request-${name.padStart(12, '0')}`,
      ...terms,
      from: { ...from, address: '浙江省杭州市拱墅区湖墅南路 1 号', ...person },
      to: { ...to, address: '浙江省杭州市上城区解放东路 2 号', ...person },
      what,
      quote,
    })
  }
  const publish = async (name: string, user = 'li') => (await published(name, user)).data.order.orderNo as string
  const approved = async (user: string) => {
    const { runnerNo } = await errand(user, 'apply', { name: user, phone: '13900000002' })
    await asked('owner', 'owner', 'auditRunner', { runnerNo, move: 'approve' })
  }
  test('is published, paid, taken, handed over by its codes, confirmed, settled; the runner is paid by hand', async () => {
    await approved('runner')
    const orderNo = await publish('a')
    const { detail } = await paidOrder(orderNo)
    expect(detail.task).toBe('open')
    const hall = await errand('runner', 'hall', { at: from })
    expect(hall.items.map((task: { orderNo: string }) => task.orderNo)).toEqual([orderNo])

    const start = mark()
    await errand('runner', 'take', { orderNo })
    expect(requests(start).filter(({ to: door }) => door === 'database')).toHaveLength(4)
    await errand('runner', 'pickUp', { orderNo, code: detail.codes.pickup })
    const wrong = detail.codes.delivery === '0000' ? '0001' : '0000'
    const guess = await call('runner', 'errand', 'deliver', { orderNo, code: wrong })
    expect(guess.error).toEqual({ code: 'WRONG_CODE', left: 2 })
    await errand('runner', 'deliver', { orderNo, code: detail.codes.delivery })
    const done = await errand('li', 'confirm', { orderNo })
    expect(done).toMatchObject({ state: 'completed', detail: { task: 'confirmed' } })

    await errand('li', 'dispute', { orderNo, why: '迟了一小时' })
    const { items: disputes } = await asked('owner', 'owner', 'listDisputes')
    expect(disputes).toMatchObject([{ orderNo, detail: { task: 'frozen', dispute: { by: 'buyer' } } }])
    const runnerFen = disputes[0].detail.leftFen - 300
    const ruling = { orderNo, refundFen: 200, runnerFen, note: '小费退回' }
    expect(await asked('owner', 'owner', 'settleDispute', ruling)).toMatchObject({
      detail: { task: 'split' },
      refunds: [{ amountFen: 200 }],
    })
    const earned = await errand('runner', 'earnings')
    expect(earned).toMatchObject({ availableFen: runnerFen, frozenFen: 0 })
    const wish = { requestId: 'request-00000000000w', amountFen: earned.availableFen }
    await errand('runner', 'withdraw', wish)
    const { items } = await asked('owner', 'owner', 'listPayouts')
    expect(items).toMatchObject([{ amountFen: earned.availableFen, name: 'runner' }])
    const [{ runnerNo, payoutNo }] = items
    await asked('owner', 'owner', 'recordPayout', { runnerNo, payoutNo, reference: '20261122-1' })
    expect((await errand('runner', 'earnings')).payouts).toMatchObject([{ state: 'paid', reference: '20261122-1' }])
  })

  test('is not published in words that WeChat’s content check is against', async () => {
    expect(await published('a', 'li', '违规物品')).toMatchObject({
      ok: false,
      error: { code: 'TEXT_REFUSED', field: 'what' },
    })
    expect((await asked('li', 'order', 'list')).items).toEqual([])
  })

  test('that nobody takes is refunded by the clock', async () => {
    const orders = wxOrderStore(world.cloud.database({ throwOnNotFound: false }))
    const task = openTask('late', emulator.context.clock.now() - openForMs)
    await orders.insert(task)
    await emulator.advance(60_000)
    expect(await orders.get(task.orderNo)).toMatchObject({
      detail: { task: 'notTaken' },
      refunds: [{ amountFen: task.totalFen, reason: 'notTaken' }],
    })
  })

  test('is one of 20 in the hall for 1 request to the database', async () => {
    const orders = wxOrderStore(world.cloud.database({ throwOnNotFound: false }))
    const nowMs = emulator.context.clock.now()
    for (let n = 0; n < 25; n++) await orders.insert(openTask(`hall${n}`, nowMs + n, from))
    const start = mark()
    const { items, cursor } = await errand('runner', 'hall', { at: from })
    expect(items).toHaveLength(20)
    expect(requests(start).filter(({ from: sender }) => sender === 'function:errand')).toHaveLength(1)
    expect((await errand('runner', 'hall', { at: from, cursor })).items).toHaveLength(5)
  })
})
