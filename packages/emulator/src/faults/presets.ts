import type { AnyFault, FaultWhen } from './fault-rule.ts'

export interface Preset {
  readonly name: string
  readonly about: string
  /** The same in Chinese, for the dashboard. */
  readonly zh: string
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
  {
    name: 'notice-lost',
    about: 'the next notice is never sent',
    zh: '下一条通知不会发出',
    when: { party: 'notices' },
    fault: { kind: 'lose' },
  },
  {
    name: 'notice-five-times',
    about: 'the next notice comes five times',
    zh: '下一条通知重复五次',
    when: { party: 'notices' },
    fault: { kind: 'duplicate', times: 5 },
  },
  {
    name: 'notice-late',
    about: 'the next notice comes an hour late',
    zh: '下一条通知晚一小时',
    when: { party: 'notices' },
    fault: { kind: 'late', ms: 3_600_000 },
  },
  {
    name: 'notice-overtaken',
    about: 'the next notice waits until another has gone out',
    zh: '下一条通知等到另一条先到',
    when: { party: 'notices' },
    fault: { kind: 'reorder' },
  },
  {
    name: 'notice-answer-lost',
    about: 'the function acknowledges, WeChat does not hear it',
    zh: '函数已应答，微信没收到',
    when: { party: 'notices' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'notice-wrong-amount',
    about: 'the next notice names one fen more',
    zh: '下一条通知的金额多一分',
    when: { party: 'notices' },
    fault: { kind: 'wrong-amount', byFen: 1 },
  },
  {
    name: 'order-error-before',
    about: 'unifiedOrder fails, nothing was ordered',
    zh: '统一下单失败，未下单',
    when: { party: 'pay', action: 'unifiedOrder' },
    fault: error(false, 'SYSTEMERROR', '系统错误'),
  },
  {
    name: 'order-error-after',
    about: 'unifiedOrder fails, and the order stands',
    zh: '统一下单报错，其实已下单',
    when: { party: 'pay', action: 'unifiedOrder' },
    fault: error(true, 'SYSTEMERROR', '系统错误'),
  },
  {
    name: 'order-timeout-after',
    about: 'unifiedOrder never answers, and the order stands',
    zh: '统一下单没有回答，其实已下单',
    when: { party: 'pay', action: 'unifiedOrder' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'query-refused-in-notice',
    about: 'queryOrder fails inside a notice',
    zh: '在通知里查单失败',
    when: { party: 'pay', action: 'queryOrder', source: 'wx_paycallback' },
    fault: error(false, 'SYSTEMERROR', '系统错误'),
  },
  {
    name: 'query-stale',
    about: 'queryOrder answers as of a minute ago',
    zh: '查单返回一分钟前的状态',
    when: { party: 'pay', action: 'queryOrder' },
    fault: { kind: 'stale', ms: 60_000 },
  },
  {
    name: 'close-still-payable',
    about: 'closeOrder says closed, the order can still be paid',
    zh: '关单成功，仍可支付',
    when: { party: 'pay', action: 'closeOrder' },
    fault: { kind: 'still-payable' },
  },
  {
    name: 'refund-timeout-after',
    about: 'refund never answers, and the money goes back',
    zh: '退款没有回答，其实会退',
    when: { party: 'pay', action: 'refund' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'refund-needs-retry',
    about: 'refund is refused with BIZERR_NEED_RETRY',
    zh: '退款被拒：需要重试',
    when: { party: 'pay', action: 'refund' },
    fault: error(false, 'BIZERR_NEED_RETRY', '退款业务流程错误，需要商户触发重试来解决'),
  },
  {
    name: 'refund-query-empty',
    about: 'queryRefund comes without its lists, as in production',
    zh: '查退款没有列表（与线上一致）',
    when: { party: 'pay', action: 'queryRefund' },
    fault: { kind: 'empty-lists' },
  },
  {
    name: 'database-timeout-before',
    about: 'a write does not happen and is not answered',
    zh: '写入没有发生，也没有回答',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: { kind: 'timeout', after: false },
  },
  {
    name: 'database-timeout-after',
    about: 'a write happens and is not answered',
    zh: '写入已发生，没有回答',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: { kind: 'timeout', after: true },
  },
  {
    name: 'killed-after-write',
    about: 'the function dies after its next write',
    zh: '函数在下一次写入后被杀',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: { kind: 'kill', after: true },
  },
  {
    name: 'killed-after-read',
    about: 'the function dies after its next read',
    zh: '函数在下一次读取后被杀',
    when: { party: 'database', action: 'database.getDocument' },
    fault: { kind: 'kill', after: true },
  },
  {
    name: 'database-conflict',
    about: 'a transaction conflicts at its next write',
    zh: '事务在下一次写入时冲突',
    when: { party: 'database', action: 'database.modifyDocument' },
    fault: conflict,
  },
  {
    name: 'database-quota',
    about: 'the database is over its quota (-501003)',
    zh: '数据库超出配额（-501003）',
    when: { party: 'database' },
    fault: quota,
  },
  {
    name: 'function-quota',
    about: 'a function that calls a function is over the quota (-501003)',
    zh: '函数调用函数超出配额（-501003）',
    when: { party: 'functions' },
    fault: quota,
  },
]
