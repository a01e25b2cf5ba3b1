import { fen, type OrderNo, type OrderView, type VerticalName, verticals } from '@pay/core'

/** An unpaid order as the server shows it, for tests; `change` makes it another. */
export const orderOf = (change: Partial<OrderView> = {}): OrderView => {
  const order: OrderView = {
    orderNo: '01HZX3ABCDEFGHJKMNPQRSTVWX' as OrderNo,
    // Any trade will do.
    vertical: Object.keys(verticals)[0] as VerticalName,
    state: 'unpaid',
    totalFen: fen(1990),
    paidFen: fen(0),
    refundedFen: fen(0),
    refunds: [],
    detail: {} as OrderView['detail'],
    history: [],
    actions: ['pay', 'cancel'],
    createdAtMs: 0,
    payUntilMs: 1_800_000,
    nowMs: 0,
    ...change,
  }
  return order.state === 'unpaid' ? order : { ...order, actions: [] }
}

export const paid = (nowMs = 1): OrderView => orderOf({ state: 'paid', paidFen: fen(1990), nowMs })

export const paymentRequest = {
  rail: 'cloudPay',
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=wx1',
  signType: 'MD5',
  paySign: 's',
} as const
