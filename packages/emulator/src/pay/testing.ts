import { join } from 'node:path'
import { Emulator } from '../emulator.ts'
import type { EmulatorOptions } from '../options.ts'
import { packageRoot } from '../package-root.ts'
import type { Notice } from './notices/notice.ts'
import type { NoticeService } from './notices/notice-service.ts'
import type { PayService } from './pay-service.ts'

/** JSON from a door of the emulator or from a function; tests name what they expect in it. */
export interface Answer {
  readonly [field: string]: unknown
  readonly requestId: string
  readonly errMsg?: string
  readonly error?: string
}

/** An emulator with a till: the function `pay` calls any cloudPay method, `pay_cb` takes the notices. */
export const openTill = async (options: EmulatorOptions = {}) => {
  const emulator = new Emulator({ project: join(packageRoot, 'src/pay/fixtures/till'), quiet: true, ...options })
  const address = await emulator.ready()
  const post = async (path: string, body: unknown = {}, user?: string) => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(user === undefined ? {} : { 'x-emulator-user': user }) },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Answer
  }
  return {
    emulator,
    address,
    post,
    get: async (path: string) => (await fetch(`${address}${path}`)).json() as Promise<Answer>,
    /** Any cloudPay method as the user anna, or another. */
    pay: (method: string, args: object = {}, as = 'anna') =>
      emulator.call('pay', { method, args }, { as }) as Promise<Answer>,
    order: (outTradeNo: string, changes: object = {}, as = 'anna') =>
      emulator.call(
        'pay',
        { method: 'unifiedOrder', args: { outTradeNo, body: '茶', totalFee: 1234, ...changes } },
        { as },
      ) as Promise<Answer & { payment: Record<string, string> }>,
    book: emulator.context.service<PayService>('pay').book,
    notices: (): Notice[] => [...emulator.context.service<NoticeService>('notices').notices.values()],
    /** Resolves once `true()` holds; real time passes, the emulator's clock does not jump. */
    until: async (holds: () => boolean) => {
      for (let n = 0; n < 500 && !holds(); n++) await new Promise((resolve) => setTimeout(resolve, 10))
      if (!holds()) throw new Error(`never happened: ${holds}`)
    },
  }
}

export type Till = Awaited<ReturnType<typeof openTill>>
