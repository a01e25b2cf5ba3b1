import type { Deps, Http, TextCheck, TipPorts } from '@pay/backend'
import {
  memoryAccessTokenStore,
  memoryCreatorStore,
  memorySessionStore,
  memorySignedPaymentStore,
  memoryTipBoard,
} from '@pay/backend/memory'
import { virtualPayment } from '@pay/backend/virtual-payment'
import { type Creator, fen, type OutTradeNo, tipPointsFen, tipSaleOf } from '@pay/core'
import type { Scheduler } from '../engine/scheduler.ts'
import { parkPort, throwsPortError } from './park-port.ts'
import type { Xpay } from './xpay.ts'
import { virtualShop, xpayHttp } from './xpay-http.ts'

/** What a deployment has that takes tips: the real rail over a parking HTTP port, and its stores in Maps that checkers can see. */
export const tipsOver = (
  scheduler: Scheduler,
  xpay: Xpay,
  { clock, log }: Pick<Deps, 'clock' | 'log'>,
  { tips, signedPayments }: TipDocuments,
): TipPorts => {
  const port = <P extends object>(name: string, real: P) => parkPort(scheduler, name, real, throwsPortError)
  const signed = port('signed', memorySignedPaymentStore(signedPayments))
  return {
    creators: port('creators', memoryCreatorStore([potter])),
    board: port('board', memoryTipBoard(tips)),
    virtualPayment: virtualPayment({
      config: virtualShop,
      http: parkHttp(scheduler, xpayHttp(scheduler, xpay)),
      tokens: port('tokens', memoryAccessTokenStore()),
      sessions: port('sessions', memorySessionStore()),
      signed,
      clock,
      log,
      saleOf: tipSaleOf,
    }),
    signed,
  }
}

export interface TipDocuments {
  readonly tips: NonNullable<Parameters<typeof memoryTipBoard>[0]>
  readonly signedPayments: NonNullable<Parameters<typeof memorySignedPaymentStore>[0]> & Map<OutTradeNo, unknown>
}

/** Each of WeChat's addresses is a call of its own, for stories and for the coverage. */
const parkHttp = (scheduler: Scheduler, { send }: Http): Http => {
  const parked = parkPort(scheduler, 'xpay', Object.fromEntries(paths.map((path) => [path, send])), throwsPortError)
  return {
    send: (request) => {
      const [path = ''] = request.url.split('?')
      const method = parked[path.slice(path.lastIndexOf('/') + 1)]
      if (method === undefined) throw new Error(`the lab's WeChat has no ${path}`)
      return method(request)
    },
  }
}

const paths = [
  'jscode2session',
  'stable_token',
  'checksession',
  'query_order',
  'refund_order',
  'notify_provide_goods',
  'currency_pay',
  'cancel_currency_pay',
  'query_user_balance',
]

/** The only one who takes tips here. */
export const potter: Creator = {
  creatorId: 'potter',
  name: '陶艺小周',
  avatar: '',
  intro: '',
  thanks: '谢谢你，明天多烧一窑',
  open: true,
  pointsFen: tipPointsFen,
  custom: { leastFen: fen(100), mostFen: fen(50_000) },
}

/** WeChat's opinion of all that is written in this world. */
export const textCheckOver = (scheduler: Scheduler): TextCheck => {
  const verdict = scheduler.random.pick(['passed', 'passed', 'review', 'hidden'] as const)
  return parkPort(scheduler, 'textCheck', { check: async () => verdict }, () => ({ answers: 'unknown' }))
}
