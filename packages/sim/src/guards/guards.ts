import type { Patch } from '../lab/patch.ts'

/** One layer between a forged notice and an order that counts as paid. */
export interface Guard {
  readonly id: string
  readonly what: string
  readonly removal: readonly Patch[]
}

const readNotice = 'backend/src/adapters/cloud-pay/read-notice.ts'
const handle = 'backend/src/use-cases/notice/handle-payment-notice.ts'
const seen = 'core/src/payment/decide-payment-seen.ts'

/** The guards of the notice. Each suffices alone: with any one removed, a WeChat that keeps its contract loses no money. */
export const guards: readonly Guard[] = [
  {
    id: 'source',
    what: 'the platform says that WeChat calls',
    removal: [
      { file: readNotice, find: "if (origin.source !== 'wx_paycallback') return { kind: 'forged' }", replace: '' },
      {
        file: readNotice,
        find: "if (origin.openid !== undefined && origin.openid !== '') return { kind: 'forged' }",
        replace: '',
      },
    ],
  },
  {
    id: 'form',
    what: 'numbers are text of a fixed form',
    removal: [
      {
        file: readNotice,
        find: 'return value !== undefined && /^[0-9A-Za-z_\\-|*@]{6,64}$/.test(value) ? value : undefined',
        replace: 'return value',
      },
    ],
  },
  {
    id: 'query',
    what: 'WeChat is asked before a notice is believed',
    removal: [
      {
        file: handle,
        find: 'const asked = await askPayment(deps, order, attempt)',
        replace:
          "const told = { transactionId: notice.transactionId, totalFen: notice.totalFen, paidAtMs: deps.clock.nowMs() }\n  const asked = { fits: true, answer: { kind: 'paid' as const }, events: [{ kind: 'paymentSeen' as const, outTradeNo: notice.outTradeNo, payer: notice.payer, payment: told }] }",
      },
    ],
  },
  {
    id: 'amount',
    what: 'the amount is the order’s',
    removal: [
      {
        file: seen,
        find: "if (payment.totalFen !== attempt.amountFen) return err({ code: 'PAYMENT_MISMATCH', field: 'amount' })",
        replace: '',
      },
    ],
  },
  {
    id: 'payer',
    what: 'the payer is the buyer',
    removal: [
      {
        file: seen,
        find: "if (event.payer !== order.buyer) return err({ code: 'PAYMENT_MISMATCH', field: 'payer' })",
        replace: '',
      },
    ],
  },
  {
    id: 'bill',
    what: 'the daily bill has the last word',
    removal: [{ file: 'backend/src/use-cases/housekeeping/keep-house.ts', find: '  bills: walkBills,\n', replace: '' }],
  },
]
