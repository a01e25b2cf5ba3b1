import type { OrderView } from '../order/order-view.ts'
import type { PaymentRequest } from '../payment/payment-request.ts'

/** What every vertical's placing answers. */
export interface PlacedOrder {
  readonly order: OrderView
  /** Absent when WeChat could not be asked in time: the order stands, `order.pay` asks again. */
  readonly payment?: PaymentRequest
}
