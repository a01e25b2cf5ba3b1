import { zeroFen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import { err, ok } from '../result.ts'
import type { Decided } from './decide-errand.ts'
import type { ErrandDetail } from './errand-detail.ts'
import type { ErrandEvent } from './errand-event.ts'
import { goodsMissingFen } from './take.ts'
import type { ErrandTask } from './transitions.ts'

const tippable: readonly ErrandTask[] = ['open', 'taken', 'pickedUp', 'delivered']

/** More of them than anybody needs: a task's document stays small. */
export const maxExtras = 20

/** A further payment joins the task. What the task has no use for any more is refused, and goes back. */
export const extraPaid = (
  { detail }: Order<ErrandDetail>,
  { extraNo, purpose, amountFen }: Extract<ErrandEvent, { kind: 'errand.extraPaid' }>,
): Decided => {
  if (detail.extras.some(({ orderNo }) => orderNo === extraNo)) return ok({ detail })
  const wanted = purpose === 'tip' ? tippable.includes(detail.task) : goodsMissingFen(detail) === amountFen
  if (!wanted || detail.extras.length >= maxExtras) return err({ code: 'EXTRA_NOT_WANTED' })
  return ok({
    detail: {
      ...detail,
      extras: [...detail.extras, { orderNo: extraNo, purpose, amountFen, refundedFen: zeroFen }],
    },
    history: [{ by: 'buyer', what: purpose === 'tip' ? 'errand.tipAdded' : 'errand.goodsPaid', facts: { amountFen } }],
  })
}
