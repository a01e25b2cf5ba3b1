import type { ExhaustiveScene } from '../exhaustive/scene.ts'
import { notice, onOrder, passes, pays, place, refundNoticeOf, settles, timer } from '../exhaustive/scene-parts.ts'

/** The plain pay flow: one buyer, who taps twice, pays, looks, gives up or comes too late. */
export const plainPay: ExhaustiveScene = {
  name: 'plainPay',
  faults: 1,
  stock: { 'cup-green': 2 },
  processes: [
    place('place', 1),
    place('place again', 1),
    onOrder('pay', 1),
    onOrder('refresh', 1),
    onOrder('cancel', 1),
    notice('notice', 1),
    refundNoticeOf('refund notice', 1),
    timer,
  ],
  events: [pays(1), settles(1), passes(6), passes(31)],
}
