import { randomUUID } from 'node:crypto'
import type { EmulatorContext, Service } from '../service.ts'
import { cashierRoutes } from './cashier-routes.ts'
import type { PaymentRequest } from './payment-request.ts'

/** Cashiers that were opened, by request id. They belong to phones, so a restart forgets them. */
export interface CashierService extends Service {
  readonly requests: Map<string, PaymentRequest>
  newRequestId(): string
}

export const cashierService = (context: EmulatorContext): CashierService => {
  const requests = new Map<string, PaymentRequest>()
  const service: CashierService = {
    name: 'cashier',
    about:
      'the phone’s side of wx.requestPayment: the page on which a person pays, cancels, or pays and is never heard of again',
    requests,
    // Not a counter: a client may hold an id from before a restart.
    newRequestId: () => randomUUID(),
    reset: () => requests.clear(),
  }
  return Object.assign(service, { routes: cashierRoutes(context, service) })
}
