import type { Mutant } from './mutant.ts'

/** Bugs in what the rules make of an event. */
export const orderMutants: readonly Mutant[] = [
  {
    id: 'late-payment-kept',
    bug: 'Money that comes after the order was cancelled makes it a sale, without anything to sell',
    source: 'https://pay.weixin.qq.com/docs/merchant/products/query-order/callback-and-query-order.html',
    patches: [
      {
        file: 'core/src/payment/decide-payment-seen.ts',
        find: "return order.closeReason === 'expired' ? undefined : 'latePayment'",
        replace: 'return undefined',
      },
    ],
  },
  {
    id: 'second-payment-kept',
    bug: 'A second payment of a paid order is booked and never refunded',
    source: 'https://github.com/vendure-ecommerce/vendure/issues/2620',
    patches: [
      {
        file: 'core/src/payment/decide-payment-seen.ts',
        find: 'return ok(hasLiveAttempt(booked) ? refunded.value : closeConfirmed(refunded.value, nowMs))',
        replace: 'return ok(booked)',
      },
    ],
  },
  {
    id: 'amount-not-compared',
    bug: 'The paid amount is not compared with the order',
    source: 'https://pay.weixin.qq.com/docs/merchant/apis/jsapi-payment/payment-notice.html',
    patches: [
      {
        file: 'core/src/payment/decide-payment-seen.ts',
        find: "if (payment.totalFen !== attempt.amountFen) return err({ code: 'PAYMENT_MISMATCH', field: 'amount' })",
        replace: '',
      },
    ],
  },
]
