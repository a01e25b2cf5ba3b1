import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { DatabaseService } from '../database/database-service.ts'
import { Emulator } from '../emulator.ts'
import { packageRoot } from '../package-root.ts'

let emulator: Emulator

afterEach(() => emulator.dispose())

const open = async (name: string) => {
  emulator = new Emulator({ project: join(packageRoot, 'examples', name), quiet: true })
  await emulator.ready()
}

const post = async (path: string, body: object, user: string) =>
  (await (
    await fetch(`${emulator.address}${path}`, {
      method: 'POST',
      headers: { 'x-emulator-user': user, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json()) as Record<string, string>

/** wx.requestPayment and a thumb: the cashier opens, the user pays, the notice is on its way. */
const pay = async (payment: unknown, user: string) => {
  const { requestId } = await post('/client/pay/request', payment as object, user)
  expect(requestId).toBeTruthy()
  await post('/__emulator/cashier/act', { requestId, action: 'pay' }, user)
  await emulator.advance(1000)
}

const documents = (collection: string) => {
  const database = emulator.context.service<DatabaseService>('database')
  return database.operations.find(database.collection(collection), { query: {} })
}

const until = async (holds: () => boolean) => {
  for (let n = 0; n < 300 && !holds(); n += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(holds()).toBe(true)
}

interface Payable {
  readonly payment: unknown
}

it('errand: a published task shows in the hall once it is paid, and not before', async () => {
  await open('errand')
  const { payment } = (await emulator
    .as('li')
    .call('publish', { title: '取快递', from: '南门', to: '3 号楼', fee: 500 })) as Payable
  expect(await emulator.as('bo').call('hall')).toEqual([])
  await pay(payment, 'li')
  await until(() => documents('tasks')[0]?.paid === true)
  expect(await emulator.as('bo').call('hall')).toEqual([
    { _id: expect.any(String), title: '取快递', from: '南门', to: '3 号楼', fee: 500 },
  ])
})

it('errand: nobody who calls the callback himself gets a task into the hall', async () => {
  await open('errand')
  await emulator.as('li').call('publish', { title: '买药', from: 'a', to: 'b', fee: 100 })
  const [task] = documents('tasks')
  const forged = { outTradeNo: task?.outTradeNo, resultCode: 'SUCCESS', returnCode: 'SUCCESS', transactionId: '42' }
  expect(await emulator.as('li').call('pay_success', forged)).toEqual({ errcode: 1, errmsg: 'not from WeChat Pay' })
  expect(documents('tasks')[0]?.paid).toBe(false)
})

it('quick order: waits, then succeeds with WeChat’s number and time', async () => {
  await open('quick-order')
  const { payment } = (await emulator.as('li').call('order', { name: '一杯茶', totalFee: 1 })) as Payable
  expect(documents('orders')).toEqual([expect.objectContaining({ payStatus: 'wait', totalFee: 1 })])
  await pay(payment, 'li')
  await until(() => documents('orders')[0]?.payStatus === 'success')
  expect(documents('orders')[0]).toMatchObject({
    transactionId: expect.stringMatching(/^42\d{26}$/),
    timeEnd: expect.stringMatching(/^\d{14}$/),
  })
})

it('four steps: made, paid, and refused to another buyer', async () => {
  await open('four-steps')
  const { id } = (await emulator.as('li').call('makeOrder', { goods: 'tea' })) as { id: string }
  expect(await emulator.as('bo').call('unifiedOrder', { id })).toMatchObject({ errcode: 1 })
  const { payment } = (await emulator.as('li').call('unifiedOrder', { id })) as Payable
  await pay(payment, 'li')
  await until(() => documents('orders')[0]?.state === 'paid')
  expect(documents('orders')[0]).toMatchObject({ price: 1990 })
})
