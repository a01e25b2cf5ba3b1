/** The other side of the world: WeChat's book, its clock and its notices, steered over HTTP. */
export interface WeChat {
  /** Moves the clock on; timers, notices and deadlines on the way fire in order. */
  advance(ms: number): Promise<void>
  /** Every trade in WeChat's book, newest first. */
  trades(): Promise<readonly Trade[]>
  /** Calls a function as a client of this user would. */
  call(user: string, name: string, data: unknown): Promise<unknown>
  /** The documents of a collection, as the database holds them. */
  documents(collection: string): Promise<readonly Record<string, unknown>[]>
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
  return {
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
