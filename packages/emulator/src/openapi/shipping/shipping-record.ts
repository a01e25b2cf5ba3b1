/** What was shipped of one payment. */
export interface ShippingRecord {
  readonly transactionId: string
  readonly logisticsType: number
  readonly deliveryMode: number
  /** All parcels are out. */
  readonly finished: boolean
  readonly parcels: readonly Parcel[]
  /** `upload_time` of the last request, ms. */
  readonly uploadedAtMs: number
  readonly finishedAtMs?: number
  /** The one chance to ship again is used. */
  readonly reshipped: boolean
  readonly remindedToConfirm: boolean
  readonly confirmedAtMs?: number
}

export interface Parcel {
  readonly tracking_no?: string
  readonly express_company?: string
  readonly item_desc: string
  readonly contact?: unknown
  readonly upload_time: number
}

const dayMs = 24 * 3600_000

/** When the user counts as having confirmed: by hand, or by himself after ten days, two without an express carrier. */
export const confirmedAt = (record: ShippingRecord, nowMs: number): number | undefined => {
  if (record.confirmedAtMs !== undefined) return record.confirmedAtMs
  if (record.finishedAtMs === undefined) return undefined
  const automatic = record.finishedAtMs + (record.logisticsType === 1 ? 10 : 2) * dayMs
  return nowMs >= automatic ? automatic : undefined
}
