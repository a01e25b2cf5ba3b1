// biome-ignore-all lint/suspicious/noTemplateCurlyInString: patches are code as text
import { noBill } from './layers.ts'
import type { Mutant } from './mutant.ts'
import { sources } from './sources.ts'

const refund = 'core/src/refund/decide-refund.ts'
const refundable = 'core/src/refund/refundable.ts'
const seen = 'core/src/refund/decide-refund-seen.ts'
const submit = 'backend/src/use-cases/order/submit-refund.ts'

/** Bugs in giving money back. */
export const refundMutants: readonly Mutant[] = [
  {
    id: 'refund-too-much',
    bug: 'More can be given back than was paid',
    source: sources.overRefund,
    patches: [{ file: refund, find: 'asked.amountFen > left)', replace: 'asked.amountFen > left + 1_000)' }],
  },
  {
    id: 'pending-refunds-not-counted',
    bug: 'Only refunds that have arrived count against what can still be given back',
    source: sources.partThenAll,
    patches: [
      {
        file: refundable,
        find: "refund.outTradeNo === outTradeNo && refund.state !== 'closed'",
        replace: "refund.outTradeNo === outTradeNo && refund.state === 'settled'",
      },
    ],
  },
  {
    id: 'refund-key-not-recognised',
    bug: 'The same refund asked twice is given twice',
    source: sources.doubleRefund,
    patches: [
      {
        file: refund,
        find: 'const known = order.refunds.find((refund) => refund.outRefundNo === outRefundNo)',
        replace: 'const known = undefined as (typeof order.refunds)[number] | undefined',
      },
      {
        file: 'core/src/refund/out-refund-no.ts',
        find: '`${outTradeNo}-${key}` as OutRefundNo',
        replace: '`${outTradeNo}-${key}${(counter = (counter + 1) % 1_000_000)}` as OutRefundNo',
      },
      {
        file: 'core/src/refund/out-refund-no.ts',
        find: '/** The payment',
        replace: 'let counter = 0\n/** The payment',
      },
    ],
  },
  {
    id: 'retried-under-a-new-number',
    bug: 'A refund whose answer was lost is tried again under another number, and arrives twice',
    source: sources.refundDocument,
    patches: [
      {
        file: submit,
        find: 'const answer = await gateway.refund(asked)',
        replace:
          "const answer = await gateway.refund({ ...asked, outRefundNo: `${asked.outRefundNo}${entry.tries === 0 ? '' : entry.tries}` as never })",
      },
    ],
  },
  {
    id: 'unknown-refund-is-done',
    bug: 'A refund that timed out counts as made',
    source: sources.cancelWithoutRefund,
    patches: [
      {
        file: submit,
        find: "  return { kind: 'later', reason: answer.reason }\n",
        replace: "  return { kind: 'done', events: [seen(refund, 'accept', undefined)] }\n",
      },
    ],
  },
  {
    id: 'accepted-is-settled',
    bug: 'A refund that WeChat only accepted counts as arrived',
    source: sources.refundReported,
    patches: [
      {
        file: submit,
        find: "events: [seen(refund, 'accept', answer.refundId)] }\n\n",
        replace: "events: [seen(refund, 'settle', answer.refundId)] }\n\n",
      },
    ],
  },
  {
    id: 'stuck-is-settled',
    bug: 'A refund that got stuck at the bank counts as arrived',
    source: sources.refundReported,
    patches: [
      {
        file: 'backend/src/adapters/cloud-pay/read-notice.ts',
        find: "CHANGE: 'abnormal'",
        replace: "CHANGE: 'settled'",
      },
    ],
    mask: {
      why: 'In fair weather the stuck refund is settled by a person in the end',
      patches: [
        {
          file: 'backend/src/use-cases/notice/handle-refund-notice.ts',
          find: "state.kind !== 'unknown' && state.kind !== notice.state",
          replace: "state.kind === 'none'",
        },
      ],
    },
  },
  {
    id: 'refund-order-lost',
    bug: 'Money is to go back, and nothing makes it go',
    source: sources.cancelWithoutRefund,
    patches: [
      {
        file: refund,
        find: "    [{ key: `refund:${outRefundNo}`, effect: { kind: 'submitRefund', outRefundNo } }],\n",
        replace: '    [],\n',
      },
    ],
  },
  {
    id: 'part-refund-revokes-all',
    bug: 'A refund of a part takes the whole sale back',
    source: sources.partThenAll,
    patches: [
      {
        file: refund,
        find: 'const allOfTheSale = outTradeNo === order.paidBy && amountFen === left',
        replace: 'const allOfTheSale = outTradeNo === order.paidBy',
      },
    ],
  },
  {
    id: 'refunded-goods-not-restocked',
    bug: 'Goods refunded before they were sent never come back to the shelf',
    source: sources.stockOnFailure,
    patches: [
      {
        file: refund,
        find: 'const allOfTheSale = outTradeNo === order.paidBy && amountFen === left',
        replace: 'const allOfTheSale = false',
      },
    ],
  },
  {
    id: 'refund-never-settles',
    bug: 'Nothing remembers that a refund has arrived',
    source: sources.emptyRefundQuery,
    patches: [
      {
        file: 'core/src/refund/transitions.ts',
        find: "accepted: { settle: 'settled', abnormal: 'abnormal', close: 'closed' },",
        replace: "accepted: { abnormal: 'abnormal', close: 'closed' },",
      },
    ],
  },
  {
    id: 'refund-known-by-query-alone',
    bug: 'Only the query says whether a refund has arrived, and it answers with empty lists',
    source: sources.emptyRefundQuery,
    patches: [
      {
        file: 'backend/src/use-cases/notice/handle-refund-notice.ts',
        find: "if (state.kind !== 'unknown' && state.kind !== notice.state) {",
        replace: 'if (state.kind !== notice.state) {',
      },
    ],
    mask: noBill,
  },
  {
    id: 'settled-turns-abnormal',
    mask: {
      why: 'What has arrived is acknowledged before the rules are asked',
      patches: [
        {
          file: 'backend/src/use-cases/notice/handle-refund-notice.ts',
          find: " || refund.state === 'settled') return 'acknowledged'",
          replace: ") return 'acknowledged'",
        },
      ],
    },
    bug: 'A late notice moves a refund that had arrived back to stuck',
    source: sources.duplicateWebhook,
    patches: [
      {
        file: 'core/src/refund/transitions.ts',
        find: '  settled: {},',
        replace: "  settled: { abnormal: 'abnormal' },",
      },
    ],
  },
  {
    id: 'all-back-not-refunded',
    bug: 'All money is back, and the order still counts as a sale',
    source: sources.partThenAll,
    patches: [
      {
        file: seen,
        find: "back === paidFen(told, order.paidBy) ? nextOrderState(told.state, 'refundInFull') : undefined",
        replace: 'undefined as ReturnType<typeof nextOrderState>',
      },
    ],
  },
  {
    id: 'claimed-pieces-not-counted',
    bug: 'The same piece can be given back twice',
    source: sources.itemsRefundedTwice,
    patches: [
      {
        file: 'core/src/shop/after-sale-amount.ts',
        find: 'line.quantity - claimsOn(detail, line.skuId).reduce((sum, { quantity }) => sum + quantity, 0)',
        replace: 'line.quantity',
      },
    ],
  },
  {
    id: 'claim-restocked-unsent-twice',
    bug: 'What comes back in parts comes back once more when all is refunded',
    source: sources.morePiecesBack,
    patches: [{ file: 'core/src/shop/shop.ts', find: 'keptPieces(detail) : []', replace: 'piecesOf(detail) : []' }],
  },
  {
    id: 'claim-repeated',
    bug: 'A claim for money back that is sent twice is two claims',
    source: sources.idempotency,
    patches: [
      {
        file: 'core/src/shop/ask-after-sale.ts',
        find: '  if (afterSales.some(({ requestId }) => requestId === asked.requestId)) return ok({ detail })\n',
        replace: '',
      },
    ],
  },
  {
    id: 'ledger-books-refunds-twice',
    bug: 'The books write a refund down when it is decided and again when it arrives',
    source: sources.refundReported,
    patches: [
      {
        file: 'core/src/ledger/order-entries.ts',
        find: "{ from: 'wechat', to: owed, amount, atMs: settledAtMs, orderNo }",
        replace: "{ from: 'wechat', to: salesOf(order), amount, atMs: settledAtMs, orderNo }",
      },
    ],
  },
  {
    id: 'ledger-number-by-chance',
    bug: 'Every run of the books writes the same payment down anew',
    source: sources.idempotency,
    patches: [
      {
        file: 'core/src/ledger/order-entries.ts',
        find: '`pay:${outTradeNo}`',
        replace: '`pay:${outTradeNo}${Math.random()}`',
      },
    ],
  },
]
