import type { HallTask } from '@pay/core'

export const hallSorts = ['nearest', 'best', 'newest'] as const
export type HallSort = (typeof hallSorts)[number]

/** Tasks as the runner wants them; the server gives the newest first, and among equals that stays. */
export const sortTasks = (tasks: readonly HallTask[], sort: HallSort): readonly HallTask[] =>
  sort === 'newest' ? tasks : [...tasks].sort(orders[sort])

const orders = {
  nearest: (a: HallTask, b: HallTask) => a.awayM - b.awayM,
  best: (a: HallTask, b: HallTask) => b.earningFen - a.earningFen,
}
