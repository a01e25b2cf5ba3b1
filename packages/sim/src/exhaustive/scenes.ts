import { firstRunner, paidTask, secondRunner, taskBuyer } from './paid-task.ts'
import { placedOrder } from './placed-order.ts'
import type { ExhaustiveScene } from './scene.ts'
import {
  buyer,
  lines,
  notice,
  onOrder,
  onTask,
  ownerRefunds,
  passes,
  pays,
  place,
  refundNoticeOf,
  settles,
  timer,
} from './scene-parts.ts'

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
