import { describe, expect, it } from 'vitest'
import type { Order } from '../order/order.ts'
import { viewErrand } from './errand-view.ts'
import { holdsSlot, viewRunnerTask } from './runner-task.ts'
import { slotOf } from './slot.ts'
import { delivered, noon, taken, taskOf } from './testing.ts'

const withTask = (order: Order, task: string) =>
  taskOf({ ...order, detail: { ...taskOf(order).detail, task } as Order['detail'] })

describe('a task for its runner', () => {
  it('is the work and his part of it, with the story that is not about the buyer’s money', () => {
    const line = (what: string) => ({ atMs: noon, by: 'buyer' as const, what, facts: { refundFen: 1 } })
    const story = [
      'order.placed',
      'payment.seen',
      'errand.taken',
      'errand.goodsPaid',
      'errand.givenBack',
      'errand.ruled',
    ]
    const order = taskOf({ ...taken(), history: [...story, 'errand.rated'].map(line) })
    expect(viewRunnerTask(order, noon + 1)).toEqual({
      orderNo: order.orderNo,
      detail: viewErrand(order, 'runner', noon + 1),
      history: [
        { atMs: noon, by: 'buyer', what: 'errand.taken' },
        { atMs: noon, by: 'buyer', what: 'errand.rated' },
      ],
      nowMs: noon + 1,
    })
  })
})

describe('a hand of the runner', () => {
  const slot = slotOf(taken().orderNo, 1)
  it('is needed from the taking to the delivery, for this take of the task and no other', () => {
    expect(holdsSlot(taskOf(taken()), slot)).toBe(true)
    expect(holdsSlot(withTask(taken(), 'pickedUp'), slot)).toBe(true)
    expect(holdsSlot(taskOf(delivered()), slot)).toBe(false)
    expect(holdsSlot(taskOf(taken()), slotOf(taken().orderNo, 2))).toBe(false)
  })

  it('is free of a task that is not there', () => {
    expect(holdsSlot(undefined, slot)).toBe(false)
  })
})
