import * as v from 'valibot'
import { action, defineContract } from '../contract/contract.ts'
import { cursorField, fenField, neededTextField, orderNoField } from '../contract/fields.ts'
import type { Page } from '../contract/page.ts'
import { errandOwnerActions } from '../errand/errand-owner-contract.ts'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'
import { mostOrderFen } from '../money/order-range.ts'
import { type OrderRefusal, orderStates } from '../order/order-contract.ts'
import type { OrderView } from '../order/order-view.ts'
import type { RefundTrouble } from '../refund/refund-trouble.ts'
import { shopCatalogActions } from '../shop/shop-catalog-actions.ts'
import { shopOwnerActions } from '../shop/shop-contract.ts'
import { tipOwnerActions } from '../tip/tip-contract.ts'
import type { RefundWayRefusal } from '../vertical.ts'

const incidentKeyField = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_\-|*.:?]{1,160}$/, 'takes the key of an incident'))

/** What every trade's owner does: look orders up, give money back, read the books, settle what did not fit. */
export const commonOwnerActions = {
  listOrders: action<Page<OrderView>>()(
    v.strictObject({
      state: v.optional(v.picklist(orderStates, 'takes an order state')),
      cursor: v.optional(cursorField),
    }),
  ),
  getOrder: action<OrderView>()(v.strictObject({ orderNo: orderNoField })),
  /** Gives money back on the owner's own decision. A retry with the same key is the same refund. */
  refund: action<OrderView, OrderRefusal | RefundTrouble | RefundWayRefusal | { readonly code: 'REFUND_REUSED' }>()(
    v.strictObject({
      orderNo: orderNoField,
      key: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,18}$/, 'takes 1 to 18 letters and digits')),
      amountFen: fenField(1, mostOrderFen),
    }),
  ),
  /** The order's lines in the books. */
  orderEntries: action<readonly LedgerEntry[]>()(v.strictObject({ orderNo: orderNoField })),
  /** What did not fit and waits for a person: strange payments, stuck refunds, differences of the daily bill. */
  listIncidents: action<Page<IncidentView>>()(v.strictObject({ cursor: v.optional(cursorField) })),
  resolveIncident: action<IncidentView>()(v.strictObject({ key: incidentKeyField, note: neededTextField(200) })),
}

/** The cloud function `owner`: closed to everybody but the owners. One line per vertical. */
export const ownerContract = defineContract('owner', {
  ...commonOwnerActions,
  ...shopOwnerActions,
  ...shopCatalogActions,
  ...errandOwnerActions,
  ...tipOwnerActions,
})

/** The owner's refunds have names of their own: none can meet one that the rules decide. */
export const ownerRefundKey = (key: string): string => `o-${key}`

export interface IncidentView {
  readonly key: string
  readonly kind: string
  readonly atMs: number
  readonly facts: Readonly<Record<string, string | number>>
}
