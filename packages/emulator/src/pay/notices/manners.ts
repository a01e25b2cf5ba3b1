import { noticeDelaysMs } from '../book/notice-schedule.ts'
import type { Notice } from './notice.ts'

/** How a kind of notice is delivered, acknowledged and repeated. */
export interface Manners {
  /** What getWXContext().SOURCE says. */
  readonly source: string
  readonly acknowledged: (result: unknown) => boolean
  /** How long after the n-th try, beginning with 1, the next one comes; undefined: no more. */
  readonly delayMs: (tries: number, ageMs: number) => number | undefined
}

const hour = 3_600_000
/** Functions are told for up to two days: after the fifteen tries of the schedule, every six hours. */
const giveUpMs = 48 * hour
const lastDelayMs = 6 * hour

const wechatPay: Manners = {
  source: 'wx_paycallback',
  acknowledged: (result) => (result as { errcode?: unknown } | null | undefined)?.errcode === 0,
  delayMs: (tries, ageMs) => {
    const delay = noticeDelaysMs[tries - 1] ?? lastDelayMs
    return ageMs + delay <= giveUpMs ? delay : undefined
  },
}

/** Repeated after 2, 4, 8 … seconds, fifteen times at most; an empty answer and `success` count as well. */
const push: Manners = {
  // The documents do not say what SOURCE a pushed message has; it is none of the others.
  source: 'wx_unknown',
  acknowledged: (result) =>
    result === undefined ||
    result === null ||
    result === '' ||
    result === 'success' ||
    (result as { ErrCode?: unknown }).ErrCode === 0,
  delayMs: (tries) => (tries <= 15 ? 2 ** tries * 1_000 : undefined),
}

export const mannersOf = (kind: Notice['kind']): Manners => (kind === 'push' ? push : wechatPay)
