import type { OrderNo } from '../../identity/ids.ts'
import type { Fen } from '../../money/fen.ts'
import { type MoveOf, nextIn, type TransitionTable } from '../../order/transition-table.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Vertical } from '../../vertical.ts'
import type { ExtraPurpose } from '../errand-detail.ts'

/**
 * A further payment for a task that is under way: more tip, or goods that cost more than was thought. An order of its
 * own, because a payment has one amount and the first is paid already; paid, it joins the task or goes back.
 */
export const errandExtra: Vertical<ExtraDetail, ExtraEvent, ExtraEffect, ExtraView> = {
  name: 'errandExtra',
  partOf: 'errand',
  rail: 'cloudPay',
  paid: ({ detail }) => move(detail, 'paid', [{ key: 'credit', effect: { kind: 'errandExtra.credit' } }]),
  released: ({ detail }) => ({ detail }),
  // The task counts on this money: it is given back where the task's money is divided, or the task would give it twice.
  refundRefusal: ({ detail }, { by }) => (by === 'owner' ? { code: 'REFUND_BY_ORDER', of: detail.of } : undefined),
  refundedInFull: ({ detail }) => move(detail, 'refuse'),
  decide: ({ detail }, event, _nowMs): Result<ReturnType<typeof move>, ExtraRefusal> => {
    const [name, to] =
      event.kind === 'errandExtra.credited' ? (['credit', 'credited'] as const) : (['refuse', 'returned'] as const)
    if (detail.extra === to) return ok({ detail })
    if (nextExtra(detail.extra, name) === undefined) return err({ code: 'EXTRA_NOT_NOW', extra: detail.extra })
    if (name === 'credit')
      return ok({
        ...move(detail, name, [{ key: 'upload', effect: { kind: 'errandExtra.uploadDelivery' } }]),
        completes: true,
      })
    const refunds = [{ key: 'all', amountFen: detail.amountFen, reason: 'merchantDecision' }] as const
    return ok({ ...move(detail, name), refunds, history: [{ by: 'system', what: 'errandExtra.returned' }] })
  },
  view: ({ detail }) => ({
    vertical: 'errandExtra',
    of: detail.of,
    purpose: detail.purpose,
    amountFen: detail.amountFen,
    extra: detail.extra,
  }),
}

export interface ExtraDetail {
  readonly vertical: 'errandExtra'
  /** The task's order. */
  readonly of: OrderNo
  readonly purpose: ExtraPurpose
  readonly amountFen: Fen
  readonly extra: ExtraState
}

export type ExtraView = ExtraDetail

export type ExtraEvent =
  /** The task took it. */
  | { readonly kind: 'errandExtra.credited' }
  /** The task has no use for it. */
  | { readonly kind: 'errandExtra.refused' }

export type ExtraEffect =
  | { readonly kind: 'errandExtra.credit' }
  /** WeChat wants to hear of the delivery for each payment. */
  | { readonly kind: 'errandExtra.uploadDelivery' }

export type ExtraRefusal = { readonly code: 'EXTRA_NOT_NOW'; readonly extra: ExtraState }

export const extraTransitions = {
  none: { paid: 'paid' },
  paid: { credit: 'credited', refuse: 'returned' },
  credited: {},
  returned: {},
} as const satisfies TransitionTable

export type ExtraState = keyof typeof extraTransitions
export type ExtraMove = MoveOf<typeof extraTransitions>

export const nextExtra = nextIn(extraTransitions)

const move = (detail: ExtraDetail, name: ExtraMove, effects: readonly { key: string; effect: ExtraEffect }[] = []) => {
  const extra = nextExtra(detail.extra, name)
  return extra === undefined ? { detail } : { detail: { ...detail, extra }, effects }
}
