/** The other side of the world: WeChat's book, its clock and its notices, steered over HTTP. */
export interface WeChat {
  /** Moves the clock on; timers, notices and deadlines on the way fire in order. */
  advance(ms: number): Promise<void>
  /** Every trade in WeChat's book, newest first. */
  trades(): Promise<readonly Trade[]>
  /** Calls a function as a client of this user would. */
  call(user: string, name: string, data: unknown): Promise<unknown>
  /** Asks a function as the mini-program of this user would, and fails where it refuses. */
  ask<T>(user: string, name: string, action: string, input?: object): Promise<T>
  /** The user pays at the cashier that these parameters open, without looking at it; the server has heard of it. */
  pay(user: string, placed: Placed): Promise<void>
  /** A fresh code of `wx.login`. */
  login(user: string): Promise<{ readonly code: string }>
  /** From now on something goes wrong, as the emulator's faults describe it. */
  goWrong(rule: object): Promise<void>
  /** What an interface of WeChat's answers from now on. */
  answer(api: string, answer: object): Promise<void>
  /** From now on the money of a refund arrives so long after WeChat took it; 0: it stays on its way. */
  refundsTake(ms: number): Promise<void>
  /** A document is lost, as by a mistake in the database console. */
  forget(collection: string, id: string): Promise<void>
  /** A document comes into being, as by an import in the database console. */
  import(collection: string, document: Record<string, unknown>): Promise<void>
  /** The documents of a collection, as the database holds them. */
  documents(collection: string): Promise<readonly Record<string, unknown>[]>
}

/** What a function answers when an order has been placed. */
export interface Placed {
  readonly order: { readonly orderNo: string; readonly totalFen: number }
  readonly payment?: { readonly rail: string }
}

export interface Trade {
  readonly outTradeNo: string
  readonly state: string
  readonly totalFee: number
  readonly refundableFee: number
}

export const weChat = (address: string): WeChat => {
  const ask = async (method: string, path: string, body?: unknown, user?: string) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(user === undefined ? {} : { 'x-emulator-user': encodeURIComponent(user) }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
  const askFunction = async <T>(user: string, name: string, action: string, input: object = {}): Promise<T> => {
    const answer = await ask('POST', '/client/call', { name, data: { action, input } }, user)
    if (answer.result?.ok !== true) throw new Error(`${name}.${action} as ${user}: ${JSON.stringify(answer)}`)
    return answer.result.data as T
  }
  return {
    ask: askFunction,
    async pay(user, { order: { orderNo }, payment }) {
      const door = payment?.rail === 'virtualPayment' ? '/client/pay/virtual' : '/client/pay/request'
      const { requestId } = await ask('POST', door, payment, user)
      await ask('POST', '/__emulator/pay/outcome', { requestId })
      await askFunction(user, 'order', 'refresh', { orderNo })
    },
    login: (user) => ask('POST', '/client/login', {}, user),
    answer: (api, answer) => ask('POST', '/__emulator/openapi', { api, answer }),
    refundsTake: (ms) => ask('POST', '/__emulator/pay/settings', { refundDelayMs: ms }),
    forget: (collection, id) => ask('DELETE', `/__emulator/database/${collection}/${id}`),
    import: (collection, doc) => ask('POST', `/__emulator/database/${collection}`, { doc }),
    goWrong: (rule) => ask('POST', '/__emulator/faults', rule),
    advance: (ms) => ask('POST', '/__emulator/clock/advance', { ms }),
    trades: async () => (await ask('GET', '/__emulator/pay')).trades,
    call: (user, name, data) => ask('POST', '/client/call', { name, data }, user),
    documents: async (collection) =>
      (await ask('GET', `/__emulator/database/${collection}?limit=1000`)).list.map(plain),
  }
}

/** Canonical EJSON, as the database browser answers it, as plain numbers and dates. */
const plain = (document: unknown): Record<string, unknown> =>
  JSON.parse(typeof document === 'string' ? document : JSON.stringify(document), (_, value) => {
    const number = value?.$numberInt ?? value?.$numberLong ?? value?.$numberDouble
    if (number !== undefined) return Number(number)
    return value?.$date === undefined ? value : new Date(Number(value.$date))
  })
