import { expect, it } from 'vitest'
import { slotOf, slotReleased, taskOfSlot } from './slot.ts'
import { delivered, opened, runner, taken, taskOf } from './testing.ts'

it('a slot tells the order and the take that it was held for', () => {
  const { orderNo } = taken()
  for (const take of [1, 12]) expect(taskOfSlot(slotOf(orderNo, take))).toEqual({ orderNo, take })
})

it('a slot is released from a task that is in somebody’s hands, and from no other', () => {
  const order = taskOf(taken())
  const { orderNo, detail } = order
  const released = [
    {
      key: 'slot:1',
      effect: { kind: 'errand.releaseSlot', runnerNo: runner.runnerNo, slot: slotOf(orderNo, 1) },
    },
  ]
  expect(slotReleased(order)).toEqual(released)
  expect(slotReleased({ ...order, detail: { ...detail, task: 'pickedUp' } })).toEqual(released)
  expect(slotReleased(taskOf(delivered()))).toEqual([])
  expect(slotReleased(taskOf(opened()))).toEqual([])
  const { runner: _, ...nobody } = detail
  expect(slotReleased({ ...order, detail: nobody })).toEqual([])
})
