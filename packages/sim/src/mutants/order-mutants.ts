// biome-ignore-all lint/suspicious/noTemplateCurlyInString: patches are code as text
import { noBill, noTidying, repeatsReachTheRules } from './layers.ts'
import type { Mutant } from './mutant.ts'
import { sources } from './sources.ts'

const seen = 'core/src/payment/decide-payment-seen.ts'
const close = 'core/src/order/decide-close.ts'
const payAgain = 'core/src/payment/decide-pay-again.ts'
const outbox = 'core/src/order/outbox.ts'

/** Bugs in what the rules make of an event. */
export const orderMutants: readonly Mutant[] = [
  {
    id: 'late-payment-is-a-sale',
    bug: 'Money that comes after the order is closed makes it a sale, with nothing left to sell',
    source: sources.chargedOutOfStock,
    patches: [
      { file: seen, find: 'verticalOf(order).revivable?.(order) === true', replace: 'verticalOf(order) !== undefined' },
    ],
  },
  {
    id: 'cancelled-but-sold',
    bug: 'A payment that slips in while a cancellation is going on makes it a sale, though the goods are back on the shelf',
    source: sources.latePayment,
    patches: [
      {
        file: seen,
        find: "return order.closeReason === 'expired' ? undefined : 'latePayment'",
        replace: 'return undefined',
      },
    ],
  },
  {
    id: 'late-payment-kept',
    bug: 'Money that comes too late is booked and stays with the shop',
    source: sources.chargedAfterCancel,
    patches: [
      {
        file: seen,
        find: ': giveBack(booked, paid, goesBack, facts, nowMs)',
        replace: ': ok(change(booked, nowMs, {}))',
      },
    ],
  },
  {
    id: 'late-payment-ignored',
    bug: 'A payment of an order that is over is ignored, because the order is over',
    source: sources.delayedPayment,
    patches: [
      {
        file: seen,
        find: '  const goesBack = latePayment(order)\n',
        replace: '  const goesBack = latePayment(order)\n  if (goesBack !== undefined) return ok(order)\n',
      },
    ],
  },
  {
    id: 'amount-not-compared',
    bug: 'What was paid is not compared with what the order costs',
    source: sources.amountNotVerified,
    patches: [
      {
        file: seen,
        find: "if (payment.totalFen !== attempt.amountFen) return err({ code: 'PAYMENT_MISMATCH', field: 'amount' })",
        replace: '',
      },
    ],
  },
  {
    id: 'payer-not-compared',
    bug: 'Anybody’s payment pays the order',
    source: sources.otherMerchant,
    patches: [
      {
        file: seen,
        find: "if (event.payer !== order.buyer) return err({ code: 'PAYMENT_MISMATCH', field: 'payer' })",
        replace: '',
      },
    ],
  },
  {
    id: 'repeated-notice-is-trouble',
    bug: 'A notice that comes again is taken for a second, different payment',
    source: sources.webhookTwice,
    mask: repeatsReachTheRules,
    patches: [
      { file: seen, find: 'if (attempt.paid?.transactionId === payment.transactionId) return ok(order)', replace: '' },
    ],
  },
  {
    id: 'repeated-notice-settles-again',
    bug: 'Every repeat of the notice settles the order once more',
    source: sources.settledThrice,
    mask: repeatsReachTheRules,
    patches: [
      { file: seen, find: 'if (attempt.paid?.transactionId === payment.transactionId) return ok(order)', replace: '' },
      { file: 'core/src/payment/transitions.ts', find: '  paid: {},', replace: "  paid: { pay: 'paid' }," },
    ],
  },
  {
    id: 'closed-without-asking',
    bug: 'Cancelling marks the order closed and leaves the payment open at WeChat',
    source: sources.paidPastLimit,
    patches: [
      {
        file: close,
        find: 'return ok(effects.length === 0 ? closeConfirmed(released, nowMs) : released)',
        replace:
          "return ok(closeConfirmed({ ...released, outbox: [], attempts: attempts.map((one) => (one.state === 'closing' ? { ...one, state: 'closed' as const } : one)) }, nowMs))",
      },
    ],
  },
  {
    id: 'stock-not-released',
    bug: 'What a cancelled order held never comes back to the shelf',
    source: sources.stockNotReleased,
    patches: [
      {
        file: close,
        find: ': applyDetailChange(closing, verticalOf(order).released(closing, nowMs), nowMs)',
        replace: ': closing',
      },
    ],
    mask: noTidying,
  },
  {
    id: 'expired-stock-not-released',
    bug: 'What an order held that nobody paid never comes back to the shelf',
    source: sources.stockOnFailure,
    patches: [
      {
        file: close,
        find: 'return applyDetailChange(closed, verticalOf(order).released(closed, nowMs), nowMs)',
        replace: 'return closed',
      },
    ],
    mask: noTidying,
  },
  {
    id: 'never-expires',
    bug: 'An order that nobody pays stays unpaid for ever',
    source: sources.order,
    patches: [
      {
        file: 'core/src/order/decide-time-passed.ts',
        find: "if (order.state === 'unpaid') return nowMs < order.payUntilMs ? ok(order) : decideClose(order, 'expired', nowMs)",
        replace: "if (order.state === 'unpaid') return ok(order)",
      },
    ],
  },
  {
    id: 'fresh-number-per-tap',
    bug: 'Paying again makes a new payment while the last can still be paid',
    source: sources.payTwice,
    patches: [{ file: payAgain, find: "  if (last.state !== 'closed') return ok(order)\n", replace: '' }],
  },
  {
    id: 'effect-lost',
    bug: 'What is still to be done is not written down with the change that causes it',
    source: sources.outbox,
    patches: [
      { file: outbox, find: 'return [...outbox, ...fresh.map(', replace: 'return [...outbox, ...fresh.slice(1).map(' },
    ],
  },
  {
    id: 'failed-effect-forgotten',
    bug: 'What could not be done at once is never tried again',
    source: sources.partialEvent,
    patches: [
      {
        file: 'core/src/order/decide.ts',
        find: 'outbox: postponeEffect(order.outbox, event.key, event.reason, nowMs, event.notBeforeMs)',
        replace: 'outbox: removeEffects(order.outbox, [event.key])',
      },
    ],
  },
  {
    id: 'one-done-all-done',
    bug: 'One thing done counts for all that was to be done',
    source: sources.outbox,
    patches: [
      {
        file: outbox,
        find: 'outbox.filter((entry) => !keys.includes(entry.key))',
        replace: 'keys.length === 0 ? outbox : []',
      },
    ],
  },
  {
    id: 'price-by-floats',
    bug: 'The price goes through yuan and comes back a fen short',
    source: sources.floatPrice,
    patches: [
      {
        file: 'core/src/shop/price.ts',
        find: 'total += article.sku.priceFen * line.quantity',
        replace: 'total += Math.floor((article.sku.priceFen / 100) * 100) * line.quantity',
      },
    ],
  },
  {
    id: 'price-without-quantity',
    bug: 'Several pieces are sold for the price of one',
    source: sources.amountInNotice,
    patches: [
      {
        file: 'core/src/shop/price.ts',
        find: 'amountFen: fen(sku.priceFen * line.quantity)',
        replace: 'amountFen: fen(sku.priceFen)',
      },
      {
        file: 'core/src/shop/price.ts',
        find: 'total += article.sku.priceFen * line.quantity',
        replace: 'total += article.sku.priceFen',
      },
    ],
  },
  {
    id: 'paid-twice-both-kept',
    bug: 'A second payment of a paid order is kept',
    source: sources.doubleCapture,
    patches: [
      { file: seen, find: "      return 'doublePayment'", replace: '      return undefined' },
      {
        file: seen,
        find: 'if (state === undefined) throw new Error(`${before.orderNo}: a sale from ${before.state}`)',
        replace: 'if (state === undefined) return ok(change(booked, nowMs, {}))',
      },
      { file: payAgain, find: "  if (last.state !== 'closed') return ok(order)\n", replace: '' },
    ],
  },
  {
    id: 'not-served-when-paid',
    bug: 'The order is paid and nobody is told to send anything',
    source: sources.noticeNeverComes,
    patches: [
      {
        file: seen,
        find: 'return ok(applyDetailChange(sold, verticalOf(sold).paid(sold, nowMs), nowMs))',
        replace: 'return ok(sold)',
      },
    ],
  },
  {
    id: 'deadline-without-end',
    bug: 'The prepay has no deadline, so that the payment stays open for days',
    source: sources.order,
    patches: [
      {
        file: 'core/src/order/place-order.ts',
        find: 'nonce: asked.nonce, expiresAtMs: payUntilMs }',
        replace: 'nonce: asked.nonce, expiresAtMs: payUntilMs + 604_800_000 }',
      },
      {
        file: 'backend/src/use-cases/order/close-payment.ts',
        find: 'return await closeAndAsk(deps, order, attempt)',
        replace: "return { kind: 'done', events: [{ kind: 'paymentClosed', outTradeNo: attempt.outTradeNo }] }",
      },
    ],
    mask: noBill,
  },
]
