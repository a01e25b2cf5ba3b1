// biome-ignore-all lint/suspicious/noTemplateCurlyInString: patches are code as text
import { noBill, noSweep, noTidying } from './layers.ts'
import type { Mutant } from './mutant.ts'
import { sources } from './sources.ts'

const order = 'backend/src/use-cases/order'
const notice = 'backend/src/use-cases/notice'
const house = 'backend/src/use-cases/housekeeping'
const change = `${order}/change-order.ts`
const closing = `${order}/close-payment.ts`
const run = `${order}/run-outbox.ts`
const insert = `${order}/insert-order.ts`
const readNotice = 'backend/src/adapters/cloud-pay/read-notice.ts'
const payment = `${notice}/handle-payment-notice.ts`

/** WeChat is not asked: what the notice says is taken for what happened. */
const believesNotices = {
  file: payment,
  find: 'const asked = await askPayment(deps, order, attempt)',
  replace:
    "const told = { transactionId: notice.transactionId, totalFen: notice.totalFen, paidAtMs: deps.clock.nowMs() }\n  const asked = { fits: true, answer: { kind: 'paid' as const }, events: [{ kind: 'paymentSeen' as const, outTradeNo: notice.outTradeNo, payer: notice.payer, payment: told }] }",
} as const
const anySource = {
  file: readNotice,
  find: "if (origin.source !== 'wx_paycallback') return { kind: 'forged' }",
  replace: '',
} as const
const anyCaller = {
  file: readNotice,
  find: "if (origin.openid !== undefined && origin.openid !== '') return { kind: 'forged' }",
  replace: '',
} as const

/** Bugs in the use cases: what is done in which order, and what a lost answer means. */
export const serverMutants: readonly Mutant[] = [
  {
    id: 'forged-notice-believed',
    bug: 'Any user can send WeChat’s notice and have an order marked paid',
    source: sources.forgedSuccess,
    patches: [anySource, anyCaller],
    mask: { why: 'WeChat is asked before a notice is believed', patches: [believesNotices] },
  },
  {
    id: 'notice-believed',
    bug: 'The notice is taken for the truth without asking WeChat',
    source: sources.unverifiedNotice,
    patches: [believesNotices],
    mask: {
      why: 'The sender is checked, so that only WeChat’s own notices get through',
      patches: [anySource, anyCaller],
    },
  },
  {
    id: 'acknowledged-unread',
    bug: 'The notice is acknowledged before it is booked, and lost with a crash',
    source: sources.partialEvent,
    patches: [
      {
        file: payment,
        find: '  const changed = await applyEvents(deps, order, asked.events)\n',
        replace:
          "  if (order.version > 0) return 'acknowledged'\n  const changed = await applyEvents(deps, order, asked.events)\n",
      },
    ],
  },
  {
    id: 'acknowledged-when-busy',
    bug: 'A notice that lost the race for the order is acknowledged all the same',
    source: sources.webhookLock,
    patches: [
      { file: payment, find: "if (!changed.ok) return 'repeat'", replace: "if (!changed.ok) return 'acknowledged'" },
      { file: change, find: 'const maxAttempts = 6', replace: 'const maxAttempts = 1' },
      {
        file: change,
        find: 'if (error instanceof PortError) return false',
        replace: 'if (error instanceof PortError) return true',
      },
    ],
    mask: noBill,
  },
  {
    id: 'lost-answer-is-success',
    bug: 'A write whose answer was lost counts as written',
    source: sources.commitUnknown,
    patches: [
      {
        file: change,
        find: 'if (error instanceof PortError) return false',
        replace: 'if (error instanceof PortError) return true',
      },
    ],
    mask: noSweep,
  },
  {
    id: 'no-compare-and-set',
    bug: 'Two writers at once: the later one undoes the earlier',
    source: sources.lostUpdate,
    patches: [
      {
        file: 'backend/src/adapters/memory/memory-order-store.ts',
        find: 'if (orders.get(order.orderNo)?.version !== order.version - 1) return false',
        replace: 'if (!orders.has(order.orderNo)) return false',
      },
    ],
  },
  {
    id: 'lost-race-is-success',
    bug: 'Who lost the race believes to have won it',
    source: sources.capturedTwice,
    patches: [
      {
        file: change,
        find: 'return await deps.orders.replace(next)',
        replace: 'return (await deps.orders.replace(next)) || true',
      },
    ],
  },
  {
    id: 'insert-replaces',
    bug: 'A request that is repeated starts its order over, whatever became of it',
    source: sources.duplicateOrders,
    patches: [
      {
        file: 'backend/src/adapters/memory/memory-order-store.ts',
        find: "if (orders.has(order.orderNo)) return 'exists'",
        replace: '',
      },
    ],
  },
  {
    id: 'insert-failure-ignored',
    bug: 'The order could not be stored, and is paid for all the same',
    source: sources.partialEvent,
    patches: [
      {
        file: insert,
        find: '    return await deps.orders.insert(order)\n  }\n',
        replace: "    return 'inserted'\n  }\n",
      },
    ],
    mask: noBill,
  },
  {
    id: 'two-orders-for-two-taps',
    bug: 'The order number is made anew for every tap',
    source: sources.duplicateOrders,
    patches: [
      {
        file: `${order}/place-payment.ts`,
        find: 'orderNoFor(caller.openid, asked.requestId)',
        replace: 'orderNoFor(caller.openid, `${asked.requestId}${deps.ids.nonce()}` as never)',
      },
    ],
  },
  {
    id: 'prepay-changes',
    bug: 'Paying again sends other parameters under the same number, and WeChat refuses',
    source: sources.numberUsed,
    patches: [
      {
        file: `${order}/prepare-payment.ts`,
        find: 'const answer = await gatewayOf(deps, attempt.rail)',
        replace:
          'attempt = { ...attempt, prepay: { ...attempt.prepay, nonce: deps.ids.nonce() } }\n  const answer = await gatewayOf(deps, attempt.rail)',
      },
      {
        file: `${order}/prepare-payment.ts`,
        find: 'const attempt = payableAttempt',
        replace: 'let attempt = payableAttempt',
      },
    ],
  },
  {
    id: 'timeout-is-closed',
    bug: 'WeChat did not answer, so the payment counts as closed',
    source: sources.timeoutIsFailure,
    patches: [
      {
        file: closing,
        find: "if (answer.kind === 'unknown') return { kind: 'later', reason: answer.reason }",
        replace:
          "if (answer.kind === 'unknown') return { kind: 'done', events: [{ kind: 'paymentClosed', outTradeNo: attempt.outTradeNo }] }",
      },
    ],
  },
  {
    id: 'never-heard-is-closed',
    bug: 'WeChat has not heard of the payment yet, so it counts as closed, and then it arrives',
    source: sources.failAfterPaying,
    patches: [
      { file: closing, find: 'return entry.lastFailure === neverHeard', replace: 'return entry !== undefined' },
    ],
    mask: noBill,
  },
  {
    id: 'close-believed',
    bug: '"Closed" is believed, and then the payment is paid',
    source: sources.closeStillOpen,
    patches: [
      {
        file: closing,
        find: '  const { answer, events } = await askPayment(deps, order, attempt)\n  if (events.length > 0)',
        replace:
          "  if (closed.kind !== 'unknown') return { kind: 'done', events: [{ kind: 'paymentClosed', outTradeNo: attempt.outTradeNo }] }\n  const { answer, events } = await askPayment(deps, order, attempt)\n  if (events.length > 0)",
      },
    ],
    mask: noBill,
  },
  {
    id: 'no-bill',
    bug: 'Nobody reads WeChat’s list of the day',
    source: sources.bill,
    patches: [{ file: `${house}/keep-house.ts`, find: '  bills: walkBills,\n', replace: '' }],
  },
  {
    id: 'no-sweep',
    bug: 'Nobody asks WeChat about payments whose notice was lost',
    source: sources.noticeNeverComes,
    patches: [{ file: `${house}/keep-house.ts`, find: '  unpaidOrders: settleUnpaidOrders,\n', replace: '' }],
    mask: {
      why: 'The deadline of the order asks too, and the bill',
      patches: [
        ...noBill.patches,
        { file: `${house}/keep-house.ts`, find: '  dueOrders: settleDueOrders,\n', replace: '' },
      ],
    },
  },
  {
    id: 'no-second-try',
    bug: 'What could not be done before the answer is never done',
    source: sources.outbox,
    patches: [{ file: `${house}/keep-house.ts`, find: '  dueOrders: settleDueOrders,\n', replace: '' }],
  },
  {
    id: 'done-before-it-is-done',
    bug: 'What is to be done is ticked off although it failed',
    source: sources.outbox,
    patches: [{ file: run, find: "    return { kind: 'later', reason }\n", replace: "    return { kind: 'done' }\n" }],
    mask: noTidying,
  },
  {
    id: 'postponed-is-done',
    bug: 'What has to wait is ticked off',
    source: sources.partialEvent,
    patches: [
      {
        file: run,
        find: "return [{ kind: 'effectFailed', key: entry.key, reason, ...(notBeforeMs === undefined ? {} : { notBeforeMs }) }]",
        replace: "return [{ kind: 'effectsDone', keys: [entry.key] }]",
      },
    ],
  },
  {
    id: 'unexplained-money-dropped',
    bug: 'Money that no order explains is forgotten',
    source: sources.bill,
    patches: [{ file: `${house}/check-bill.ts`, find: 'await refundOrphan(deps, rail, row)', replace: '' }],
  },
  {
    id: 'another’s-order',
    bug: 'Who knows an order’s number can read and move it',
    source: sources.brokenObjectAuthorization,
    patches: [
      {
        file: `${order}/own-order.ts`,
        find: 'order === undefined || order.buyer !== buyer',
        replace: 'order === undefined',
      },
    ],
  },
  {
    id: 'anybody-is-the-owner',
    bug: 'Everybody may do what the owner may',
    source: sources.brokenFunctionAuthorization,
    patches: [
      {
        file: 'backend/src/use-cases/owner/only-owners.ts',
        find: 'owners.has(call.caller.openid) ?',
        replace: 'owners !== undefined ?',
      },
    ],
  },
  {
    id: 'notice-never-acknowledged',
    bug: 'A refund’s notice is never acknowledged, and comes for a day',
    source: sources.noticeNeverEnds,
    patches: [
      {
        file: `${notice}/handle-refund-notice.ts`,
        find: "  await runOutbox(deps, changed.value, untilMs)\n  return 'acknowledged'",
        replace: "  await runOutbox(deps, changed.value, untilMs)\n  return 'repeat'",
      },
      {
        file: `${notice}/handle-refund-notice.ts`,
        find: "if (refund.state === notice.state || refund.state === 'settled') return 'acknowledged'",
        replace: "if (refund.state === notice.state || refund.state === 'settled') return 'repeat'",
      },
    ],
  },
]
