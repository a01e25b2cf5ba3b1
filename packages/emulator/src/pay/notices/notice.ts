/** A message that WeChat owes to a function until the function acknowledges it. */
export interface Notice {
  readonly id: string
  /** `push` is a message of the mini-program platform, such as xpay_goods_deliver_notify. */
  readonly kind: 'payment' | 'refund' | 'push'
  readonly mchid: string
  readonly outTradeNo: string
  readonly outRefundNo?: string
  readonly functionName: string
  readonly envId: string
  /** What the function is given; a person may alter it. */
  event: Readonly<Record<string, unknown>>
  readonly createdAtMs: number
  state: NoticeState
  /** When WeChat will try (again). */
  nextAtMs?: number
  /** Deliveries on the schedule so far, resent ones not counted. */
  tries: number
  readonly attempts: NoticeAttempt[]
}

/** `lost` was never sent, `dropped` was taken back by a person, `given up` ran out of tries. */
export type NoticeState = 'waiting' | 'acknowledged' | 'lost' | 'dropped' | 'given up'

export interface NoticeAttempt {
  readonly atMs: number
  readonly requestId?: string
  readonly acknowledged: boolean
  /** What the function answered, or why there was no answer. */
  readonly answer: unknown
}

/** What shall become of a notice, chosen at the cashier. */
export type NoticePlan = 'normal' | 'lost' | 'late' | 'five'

export const noticePlans: readonly NoticePlan[] = ['normal', 'lost', 'late', 'five']

export const isNoticePlan = (value: unknown): value is NoticePlan => noticePlans.includes(value as NoticePlan)
