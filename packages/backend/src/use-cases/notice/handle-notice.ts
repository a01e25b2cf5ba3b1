import type { Deps } from '../../deps.ts'
import type { NoticeAnswer } from '../../ports/payment-notice.ts'
import { handlePaymentNotice } from './handle-payment-notice.ts'
import { handleRefundNotice } from './handle-refund-notice.ts'
import type { NoticeOutcome } from './notice-outcome.ts'

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
