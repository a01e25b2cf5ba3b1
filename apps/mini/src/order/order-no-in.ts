import type { OrderNo } from '@pay/core'

/** The order number in a page's address, if there is one. */
export const orderNoIn = (text: string | undefined): OrderNo | undefined =>
  text !== undefined && /^[0-9A-Z]{26}$/.test(text) ? (text as OrderNo) : undefined
