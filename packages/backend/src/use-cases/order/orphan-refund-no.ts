import { type OutRefundNo, type OutTradeNo, outRefundNoOf } from '@pay/core'

/** The number under which a payment that no order explains goes back: the same every time, so that it goes back once. */
export const orphanRefundNo = (outTradeNo: OutTradeNo): OutRefundNo => outRefundNoOf(outTradeNo, 'orphan')
