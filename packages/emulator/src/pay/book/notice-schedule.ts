const s = 1_000
const min = 60 * s
const h = 60 * min

/**
 * How long WeChat waits before each repetition of a notice that was not acknowledged: fifteen of them, 24 h 4 min in
 * all. See the notice page of WeChat cloud run, which adds that functions may be told for up to two days.
 */
export const noticeDelaysMs: readonly number[] = [
  ...[15 * s, 15 * s, 30 * s],
  ...[3 * min, 10 * min, 20 * min, 30 * min, 30 * min, 30 * min],
  ...[1 * h, 3 * h, 3 * h, 3 * h, 6 * h, 6 * h],
]
