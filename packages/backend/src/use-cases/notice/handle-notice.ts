import type { Deps } from '../../deps.ts'
import type { NoticeAnswer } from '../../ports/payment-notice.ts'
import { handlePaymentNotice } from './handle-payment-notice.ts'
import { handleRefundNotice } from './handle-refund-notice.ts'

/**
 * What becomes of a notice. WeChat repeats it until it is acknowledged, so acknowledged is only what is committed, or
 * kept for a person.
 */
export type NoticeOutcome = 'acknowledged' | 'repeat' | 'refused'

export const handleNotice = async (deps: Deps, answer: NoticeAnswer, untilMs: number): Promise<NoticeOutcome> => {
  if (answer.kind === 'forged') return 'refused'
  if (answer.kind === 'strange') {
    await deps.incidents.record({
      key: `strangeNotice-${answer.digest}`,
      kind: 'strangeNotice',
      atMs: deps.clock.nowMs(),
      facts: { field: answer.field },
    })
    return 'acknowledged'
  }
  const { notice } = answer
  return notice.kind === 'payment'
    ? await handlePaymentNotice(deps, notice, untilMs)
    : await handleRefundNotice(deps, notice, untilMs)
}
