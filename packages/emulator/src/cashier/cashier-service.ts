import { randomUUID } from 'node:crypto'
import type { EmulatorContext, Service } from '../service.ts'
import type { User } from '../users/users.ts'
import { cashierRoutes } from './cashier-routes.ts'
import type { PaymentRequest, Sale } from './payment-request.ts'

/** Cashiers that were opened, by request id. They belong to phones, so a restart forgets them. */
export interface CashierService extends Service {
  readonly requests: Map<string, PaymentRequest>
  newRequestId(): string
  /** Opens a cashier on the user's phone, or tells the mini-program at once why not. */
  open(user: User, sale: Sale, params: unknown): OpenedCashier
}

export interface OpenedCashier {
  readonly requestId: string
  readonly cashierUrl: string
  readonly errMsg?: string
  readonly errCode?: number
}

export const cashierService = (context: EmulatorContext): CashierService => {
  const requests = new Map<string, PaymentRequest>()
  const service: CashierService = {
    name: 'cashier',
    about:
      'the phone’s side of wx.requestPayment and wx.requestVirtualPayment: the page on which a person pays, cancels, or pays and is never heard of again',
    requests,
    // Not a counter: a client may hold an id from before a restart.
    newRequestId: () => randomUUID(),
    open: (user, sale, params) => {
      const request: PaymentRequest = { requestId: service.newRequestId(), user, sale, paid: false, passwordTries: 0 }
      requests.set(request.requestId, request)
      const { refusal } = sale
      context.events.add({
        from: 'client',
        to: 'pay',
        kind: 'call',
        name: sale.api,
        user: user.name,
        ok: refusal === undefined,
        detail: { params, ...(refusal === undefined ? {} : { refusal }) },
        ...(sale.outTradeNo === '' ? {} : { orderNo: sale.outTradeNo }),
      })
      if (refusal?.atOnce === true) {
        request.errMsg = `${sale.api}:fail ${refusal.message}`
        if (refusal.errCode !== undefined) request.errCode = refusal.errCode
      }
      return {
        requestId: request.requestId,
        cashierUrl: `${context.address()}/__emulator/cashier?requestId=${request.requestId}`,
        ...(request.errMsg === undefined ? {} : { errMsg: request.errMsg }),
        ...(request.errCode === undefined ? {} : { errCode: request.errCode }),
      }
    },
    reset: () => requests.clear(),
  }
  return Object.assign(service, { routes: cashierRoutes(context, service) })
}
