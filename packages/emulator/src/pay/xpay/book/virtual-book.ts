/** The books of virtual payment: orders for goods and coins, coin accounts, refunds. Plain data, no I/O, no clock. */
export interface VirtualBook {
  readonly orders: Map<string, VirtualOrder>
  readonly refunds: Map<string, VirtualRefund>
  readonly accounts: Map<string, CoinAccount>
  /** Coin movements by their order id: spent, given back, presented. */
  readonly moves: Map<string, CoinMove>
  serial: number
}

/** 0 is real, 1 the sandbox; they share nothing. */
export type Env = 0 | 1

export interface VirtualOrder {
  readonly outTradeNo: string
  readonly wxOrderId: string
  readonly openid: string
  readonly env: Env
  readonly mode: 'short_series_goods' | 'short_series_coin'
  readonly productId?: string
  readonly quantity: number
  /** Fen for one. */
  readonly price: number
  readonly orderFee: number
  readonly attach: string
  readonly createdAtMs: number
  paidAtMs?: number
  transactionId?: string
  provideAtMs?: number
  leftFee: number
}

export interface VirtualRefund {
  readonly refundOrderId: string
  readonly wxRefundId: string
  readonly outTradeNo: string
  readonly env: Env
  readonly openid: string
  readonly fee: number
  readonly bizMeta: string
  readonly createdAtMs: number
  doneAtMs?: number
}

export interface CoinAccount {
  paid: number
  present: number
  sumSave: number
  sumPresent: number
  sumCost: number
}

export interface CoinMove {
  readonly orderId: string
  readonly openid: string
  readonly env: Env
  readonly kind: 'pay' | 'cancel' | 'present'
  readonly amount: number
  readonly fromPresent: number
  /** Of a payment: what was given back so far. */
  returned: number
}

export const createVirtualBook = (): VirtualBook => ({
  orders: new Map(),
  refunds: new Map(),
  accounts: new Map(),
  moves: new Map(),
  serial: 0,
})

/** The codes of /xpay/*. */
export interface XpayRefusal {
  readonly ok: false
  readonly errcode: number
  readonly errmsg: string
}

export type XpayOutcome<T> = ({ readonly ok: true } & T) | XpayRefusal

export const xpayRefuse = (errcode: number, errmsg: string): XpayRefusal => ({ ok: false, errcode, errmsg })

export const envKey = (env: Env, id: string): string => `${env}/${id}`

export const accountOf = (book: VirtualBook, env: Env, openid: string): CoinAccount => {
  const key = envKey(env, openid)
  const known = book.accounts.get(key)
  if (known !== undefined) return known
  const account = { paid: 0, present: 0, sumSave: 0, sumPresent: 0, sumCost: 0 }
  book.accounts.set(key, account)
  return account
}
