import type { Deps } from '../../deps.ts'
import type { PaymentNotice } from '../../ports/payment-notice.ts'
import type { Push } from '../../ports/push.ts'
import { handleNotice } from '../notice/handle-notice.ts'
import type { NoticeOutcome } from '../notice/notice-outcome.ts'
import { reconcilePayment } from './reconcile-payment.ts'

/** What becomes of a pushed message. Like a notice of WeChat Pay: WeChat is asked, its answer booked, then it is acknowledged. */
export const handlePush = async (deps: Deps, push: Push, untilMs: number): Promise<NoticeOutcome> => {
  switch (push.kind) {
    case 'payment': {
      const notice: PaymentNotice = { ...push, rail: 'virtualPayment' }
      return await handleNotice(deps, { kind: 'notice', notice }, untilMs)
    }
    case 'refund':
      return (await reconcilePayment(deps, push, untilMs)) === 'unknown' ? 'repeat' : 'acknowledged'
    case 'appleAsks':
      return 'acknowledged'
    case 'forPerson':
      await deps.incidents.record({
        key: `complaint-${push.digest}`,
        kind: 'complaint',
        atMs: deps.clock.nowMs(),
        facts: { event: push.event, ...push.facts },
      })
      return 'acknowledged'
    case 'forged':
    case 'strange':
      return await handleNotice(deps, push, untilMs)
  }
}
