/// <reference lib="dom" />
export interface CashierView {
  readonly requestId: string
  readonly user: string
  readonly merchantName: string
  readonly body: string
  readonly outTradeNo: string
  /** Fen. */
  readonly totalFee: number
  readonly paid: boolean
  readonly coupons: boolean
  readonly refusal?: string
  readonly errMsg?: string
  readonly errCode?: number
}

export interface Step {
  readonly step: 'ask' | 'success' | 'gone' | 'closed'
  readonly message?: string
  readonly errMsg?: string
  readonly errCode?: number
}

export const loadCashier = (requestId: string): Promise<CashierView> => call(`cashier/${encodeURIComponent(requestId)}`)

export const actOn = (requestId: string, action: string, notice: string, couponFen: number): Promise<Step> =>
  call('cashier/act', {
    requestId,
    action,
    notice,
    coupons: couponFen === 0 ? [] : [{ id: '10000', fee: couponFen, type: 'CASH' }],
  })

/** Tells the mini-program, which is the window around this one or the one that opened it. */
export const report = (requestId: string, { errMsg, errCode }: Step) => {
  const message = { type: 'taropay:cashier', requestId, errMsg, ...(errCode === undefined ? {} : { errCode }) }
  if (window.parent !== window) window.parent.postMessage(message, '*')
  if (window.opener !== null) {
    window.opener.postMessage(message, '*')
    window.close()
  }
}

const call = async <T>(path: string, body?: unknown): Promise<T> => {
  const response = await fetch(
    `/__emulator/${path}`,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer as T
}
