import type { Scenario } from './scenario.ts'
import { billMismatch } from './scenarios/bill.ts'
import { coupon } from './scenarios/coupon.ts'
import { forgedNotice, keyDataDiffers } from './scenarios/forged-notice.ts'
import { failedWithoutNotice, paidWithoutNotice } from './scenarios/no-notice.ts'
import { paid } from './scenarios/paid.ts'
import { refunded, refundedTwice, refundUnanswered } from './scenarios/refunds.ts'
import { repeatedNotice } from './scenarios/repeated-notice.ts'

/** WeChat's acceptance cases for JSAPI, then refunds and the bill. */
export const scenarios: readonly Scenario[] = [
  paid,
  coupon,
  paidWithoutNotice,
  failedWithoutNotice,
  repeatedNotice,
  forgedNotice,
  keyDataDiffers,
  refunded,
  refundedTwice,
  refundUnanswered,
  billMismatch,
]
