import type { OutRefundNo, OutTradeNo } from '../identity/ids.ts'

/** The payment's number with the refund's key: at most 50 characters, WeChat takes 64. */
export const outRefundNoOf = (outTradeNo: OutTradeNo, key: string): OutRefundNo => `${outTradeNo}-${key}` as OutRefundNo

/** Refunds that the rules themselves decide are told apart by these keys; 1 to 20 characters. */
export const isRefundKey = (key: string): boolean => /^[0-9A-Za-z_-]{1,20}$/.test(key)
