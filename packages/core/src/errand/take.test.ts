import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import type { ErrandDetail } from './errand-detail.ts'
import { goodsMissingFen } from './take.ts'
import { tariff } from './tariff.ts'
import { after, detailOf, noon, opened, paidFor, placed, refusalOf, rival, runner, taken, taskOf } from './testing.ts'

const day = 86_400_000
const take = (by = runner) => ({ kind: 'errand.take', runner: by }) as const
const drop = (by = runner) => ({ kind: 'errand.drop', runnerNo: by.runnerNo, why: '车坏了' }) as const
const askGoods = (goodsFen: number, by = runner) =>
  ({ kind: 'errand.askGoods', runnerNo: by.runnerNo, goodsFen: fen(goodsFen) }) as const
const withDetail = (order: Order, more: Partial<ErrandDetail>): Order => ({
  ...order,
  detail: { ...detailOf(order), ...more },
})

describe('taking a task', () => {
  it('finds nothing that is not paid, or not paid any more', () => {
    expect(refusalOf(placed(), take())).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(withDetail(opened(), { task: 'none' }), take())).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf({ ...opened(), state: 'refunded' }, take())).toEqual({ code: 'NOT_FOUND' })
  })

  it('twice is taking it once, and nobody else has it then', () => {
    expect(after(taken(), take(), noon + 1)).toEqual(taken())
    expect(refusalOf(taken(), take(rival))).toEqual({ code: 'ALREADY_TAKEN' })
    const { runner: _, ...nobody } = detailOf(taken())
    expect(refusalOf({ ...taken(), detail: nobody }, take(rival))).toEqual({ code: 'ALREADY_TAKEN' })
  })

  it('is too late at the very moment at which it leaves the hall', () => {
    const { openUntilMs = 0 } = detailOf(opened())
    expect(refusalOf(opened(), take(), openUntilMs - 1)).toBeUndefined()
    expect(refusalOf(opened(), take(), openUntilMs)).toEqual({ code: 'ALREADY_TAKEN' })
  })

  it('gives two days, from now or from when it is wanted', () => {
    expect(detailOf(taken()).overdueAtMs).toBe(noon + 2 * day)
    const later = withDetail(opened(), { wantedAtMs: noon + 7 })
    expect(detailOf(taken(later)).overdueAtMs).toBe(noon + 7 + 2 * day)
    expect(detailOf(taken(later, noon + 9)).overdueAtMs).toBe(noon + 9 + 2 * day)
  })
})

describe('giving a task back', () => {
  it('remembers who did it, each once, the last at the end', () => {
    const first = after(taken(), drop())
    expect(detailOf(first).droppedBy).toEqual(['R1'])
    const second = after(after(first, take(rival)), drop(rival))
    expect(detailOf(second).droppedBy).toEqual(['R1', 'R2'])
    const third = after(after(second, take()), drop())
    expect(detailOf(third).droppedBy).toEqual(['R2', 'R1'])
  })

  it('twice is once, and is nobody else’s to do', () => {
    const back = after(taken(), drop())
    expect(after(back, drop())).toBe(back)
    expect(refusalOf(taken(), drop(rival))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('goods that cost more than was paid', () => {
  const buying = taken(opened('buy'))
  it('are asked for by the runner who is buying them, and by nobody else', () => {
    expect(refusalOf(buying, askGoods(6_000, rival))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(opened('buy'), askGoods(6_000))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(taken(), askGoods(6_000))).toEqual({ code: 'TASK_NOT_NOW', task: 'taken' })
    expect(refusalOf(withDetail(buying, { task: 'pickedUp' }), askGoods(6_000))).toEqual({
      code: 'TASK_NOT_NOW',
      task: 'pickedUp',
    })
  })

  it('are more than was paid by a fen at least, and not beyond the tariff', () => {
    const range = { code: 'GOODS_OUT_OF_RANGE', leastFen: 5_001, mostFen: tariff.mostGoodsFen }
    expect(refusalOf(buying, askGoods(5_000))).toEqual(range)
    expect(refusalOf(buying, askGoods(5_001))).toBeUndefined()
    expect(refusalOf(buying, askGoods(tariff.mostGoodsFen))).toBeUndefined()
    expect(refusalOf(buying, askGoods(tariff.mostGoodsFen + 1))).toEqual(range)
  })

  it('are missing while they are being bought, as far as they are not paid', () => {
    const asked = detailOf(after(buying, askGoods(6_000)))
    expect(goodsMissingFen(asked)).toBe(1_000)
    expect(goodsMissingFen({ ...asked, task: 'pickedUp' })).toBe(0)
    expect(goodsMissingFen(detailOf(buying))).toBe(0)
  })
})

it('a task is paid before it stands in the hall', () => {
  expect(taskOf(paidFor(placed())).detail.task).toBe('open')
})
