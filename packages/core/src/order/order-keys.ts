import type { OrderKeys } from '../vertical.ts'
import type { Order } from './order.ts'
import { verticalOf } from './vertical-of.ts'

/** By what others than its buyer find the order now. */
export const orderKeys = (order: Order): OrderKeys => verticalOf(order).keys?.(order) ?? {}
