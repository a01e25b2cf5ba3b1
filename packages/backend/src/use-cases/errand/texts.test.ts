import { fen, type OrderNo, type OutTradeNo, type Refusal, type Result } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { approvedRunner, lake } from '../../testing/errand/sample-task.ts'
import { buyer, type MemoryWorld, memoryWorld, requestId } from '../../testing/memory-world.ts'
import { handleNotice } from '../notice/handle-notice.ts'
import { errandHandlers } from './errand-handlers.ts'
import { errandPortsOf } from './errand-ports.ts'

const runner = approvedRunner()
let world: MemoryWorld
let errands: ReturnType<typeof errandHandlers>
beforeEach(async () => {
  world = await memoryWorld()
  errands = errandHandlers(world.deps)
  await errandPortsOf(world.deps).runners.insert(runner)
})

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const refusal = (result: Result<unknown, Refusal>) => (result.ok ? 'ok' : result.refusal)
const textRefused = (field: string) => ({ code: 'TEXT_REFUSED', field })

const publish = async (what = '排队') => {
  const terms = { kind: 'do', weightKg: 0, declaredFen: fen(0), tipFen: fen(0), goodsFen: fen(0) } as const
  const to = { ...lake, address: '浙江省杭州市西湖区北山街 1 号', door: '', name: '周先生', phone: '13700000000' }
  const quote = value(await errands.quote({ ...terms, to: lake }, world.call()))
  return await errands.publish({ requestId: requestId('a'), ...terms, to, what, pictures: [], quote }, world.call())
}

/** Paid, taken, delivered and confirmed: everybody may say something now. */
const ended = async (): Promise<OrderNo> => {
  const { order } = value(await publish())
  const { orderNo, totalFen } = order
  const outTradeNo = `${orderNo}-1` as OutTradeNo
  world.wechat.pay(outTradeNo, buyer)
  const facts = { outTradeNo, transactionId: `4200${outTradeNo}`, payer: buyer, totalFen }
  const notice = { kind: 'payment', rail: 'cloudPay', ...facts } as const
  await handleNotice(world.deps, { kind: 'notice', notice }, Number.POSITIVE_INFINITY)
  const call = world.call(runner.openid)
  value(await errands.take({ orderNo }, call))
  value(await errands.pickUp({ orderNo, code: '', goodsFen: fen(0), receipt: [] }, call))
  const stored = await world.deps.orders.get(orderNo)
  const code = stored?.detail.vertical === 'errand' ? stored.detail.codes.delivery : ''
  value(await errands.deliver({ orderNo, code }, call))
  value(await errands.confirm({ orderNo }, world.call()))
  world.check.asked.length = 0
  return orderNo
}

describe('what is to be done', () => {
  test.each(['hidden', 'review'] as const)(
    'is not published when WeChat finds it %s, and can be put anew',
    async (bad) => {
      world.check.verdict = bad
      expect(refusal(await publish('脏话'))).toEqual(textRefused('what'))
      expect((await world.deps.orders.find({ name: 'ofBuyer', buyer }, { limit: 9 })).items).toEqual([])
      world.check.verdict = 'passed'
      expect(refusal(await publish('排队'))).toBe('ok')
      expect(world.check.asked).toEqual(['脏话', '排队'])
    },
  )

  test('is published when the check does not answer', async () => {
    world.check.verdict = 'unknown'
    expect(refusal(await publish())).toBe('ok')
  })

  test('is not lost when WeChat thinks otherwise the second time the same is asked', async () => {
    const first = value(await publish())
    world.check.verdict = 'hidden'
    expect(value(await publish()).order.orderNo).toBe(first.order.orderNo)
  })
})

describe('words to the other side', () => {
  test('of a rating are refused when WeChat is against them or not sure; stars alone ask nobody', async () => {
    const orderNo = await ended()
    const call = world.call(runner.openid)
    for (const bad of ['hidden', 'review'] as const) {
      world.check.verdict = bad
      expect(refusal(await errands.rateRunner({ orderNo, stars: 1, words: '脏话' }, world.call()))).toEqual(
        textRefused('words'),
      )
      expect(refusal(await errands.rateBuyer({ orderNo, stars: 1, words: '脏话' }, call))).toEqual(textRefused('words'))
    }
    world.check.asked.length = 0
    expect(refusal(await errands.rateRunner({ orderNo, stars: 1, words: ' ' }, world.call()))).toBe('ok')
    expect(refusal(await errands.rateBuyer({ orderNo, stars: 1, words: '' }, call))).toBe('ok')
    expect(world.check.asked).toEqual([])
  })

  test('of a dispute are refused only when WeChat is against them: the owner reads every dispute', async () => {
    const orderNo = await ended()
    const why = { orderNo, why: '脏话', pictures: [] }
    world.check.verdict = 'hidden'
    expect(refusal(await errands.dispute(why, world.call()))).toEqual(textRefused('why'))
    expect(refusal(await errands.reportTrouble(why, world.call(runner.openid)))).toEqual(textRefused('why'))
    expect(await world.deps.orders.get(orderNo)).toMatchObject({ detail: { task: 'confirmed' } })
    world.check.verdict = 'review'
    expect(refusal(await errands.dispute(why, world.call()))).toBe('ok')
    expect(await world.deps.orders.get(orderNo)).toMatchObject({ detail: { task: 'frozen', dispute: { why: '脏话' } } })
  })

  test('of a runner who gives a task back are refused as well, and he keeps it', async () => {
    const { order } = value(await publish())
    world.check.verdict = 'hidden'
    const drop = { orderNo: order.orderNo, why: '脏话' }
    expect(refusal(await errands.drop(drop, world.call(runner.openid)))).toEqual(textRefused('why'))
  })
})
