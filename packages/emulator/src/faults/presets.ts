import type { AnyFault, FaultWhen } from './fault-rule.ts'

export interface Preset {
  readonly name: string
  readonly about: string
  readonly when: FaultWhen
  readonly fault: AnyFault
}

const error = (after: boolean, code: string, message: string): AnyFault => ({ kind: 'error', after, code, message })

// https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/debug/error-code.html
const quota = error(false, 'EXCEED_REQUEST_LIMIT', '[LimitExceeded] request limit exceeded, please check your quota')
const conflict = error(
  false,
  'DATABASE_TRANSACTION_CONFLICT',
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem cannot be solved, contact us.',
)

/** What goes wrong in the real world, ready to switch on. */
export const presets: readonly Preset[] = [
  { name: 'notice-lost', about: 'the next notice is never sent', when: { party: 'notices' }, fault: { kind: 'lose' } },
  {
    name: 'notice-five-times',
    about: 'the next notice comes five times',
    when: { party: 'notices' },
    fault: { kind: 'duplicate', times: 5 },
  },
  {
    name: 'notice-late',
    about: 'the next notice comes an hour late',
    when: { party: 'notices' },
    fault: { kind: 'late', ms: 3_600_000 },
  },
  {
    name: 'notice-overtaken',
    about: 'the next notice waits until another has gone out',
    when: { party: 'notices' },
    fault: { kind: 'reorder' },
  },
  {
    name: 'notice-answer-lost',
    about: 'the function acknowledges, WeChat does not hear it',
    when: { party: 'notices' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'notice-wrong-amount',
    about: 'the next notice names one fen more',
    when: { party: 'notices' },
    fault: { kind: 'wrong-amount', byFen: 1 },
  },
  {
    name: 'order-error-before',
    about: 'unifiedOrder fails, nothing was ordered',
    when: { party: 'pay', action: 'unifiedOrder' },
    fault: error(false, 'SYSTEMERROR', '系统错误'),
  },
  {
    name: 'order-error-after',
    about: 'unifiedOrder fails, and the order stands',
    when: { party: 'pay', action: 'unifiedOrder' },
    fault: error(true, 'SYSTEMERROR', '系统错误'),
  },
  {
    name: 'order-timeout-after',
    about: 'unifiedOrder never answers, and the order stands',
    when: { party: 'pay', action: 'unifiedOrder' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'query-refused-in-notice',
    about: 'queryOrder fails inside a notice',
    when: { party: 'pay', action: 'queryOrder', source: 'wx_paycallback' },
    fault: error(false, 'SYSTEMERROR', '系统错误'),
  },
  {
    name: 'query-stale',
    about: 'queryOrder answers as of a minute ago',
    when: { party: 'pay', action: 'queryOrder' },
    fault: { kind: 'stale', ms: 60_000 },
  },
  {
    name: 'close-still-payable',
    about: 'closeOrder says closed, the order can still be paid',
    when: { party: 'pay', action: 'closeOrder' },
    fault: { kind: 'still-payable' },
  },
  {
    name: 'refund-timeout-after',
    about: 'refund never answers, and the money goes back',
    when: { party: 'pay', action: 'refund' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'refund-needs-retry',
    about: 'refund is refused with BIZERR_NEED_RETRY',
    when: { party: 'pay', action: 'refund' },
    fault: error(false, 'BIZERR_NEED_RETRY', '退款业务流程错误，需要商户触发重试来解决'),
  },
  {
    name: 'refund-query-empty',
    about: 'queryRefund comes without its lists, as in production',
    when: { party: 'pay', action: 'queryRefund' },
    fault: { kind: 'empty-lists' },
  },
  {
    name: 'database-timeout-before',
    about: 'a write does not happen and is not answered',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: { kind: 'timeout', after: false },
  },
  {
    name: 'database-timeout-after',
    about: 'a write happens and is not answered',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'killed-after-write',
    about: 'the function dies after its next write',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: { kind: 'kill', after: true },
  },
  {
    name: 'killed-after-read',
    about: 'the function dies after its next read',
    when: { party: 'database', action: 'database.getDocument' },
    fault: { kind: 'kill', after: true },
  },
  {
    name: 'database-conflict',
    about: 'a transaction conflicts at its next write',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: conflict,
  },
  {
    name: 'database-quota',
    about: 'the database is over its quota (-501003)',
    when: { party: 'database' },
    fault: quota,
  },
  {
    name: 'function-quota',
    about: 'a function that calls a function is over the quota (-501003)',
    when: { party: 'functions' },
    fault: quota,
  },
]
