import type { Mutant } from './mutant.ts'
import { sources } from './sources.ts'

const rail = 'backend/src/adapters/virtual-payment'
const tips = 'backend/src/use-cases/tip'

/** Bugs of a rail on which the phone makes the payment, nothing can be closed, and coins stand between money and gift. */
export const tipMutants: readonly Mutant[] = [
  {
    id: 'coins-spent-per-try',
    scene: 'tip',
    bug: 'Each try to spend the payer’s coins goes under a number of its own: a lost answer spends them twice',
    source: sources.creditTwice,
    patches: [
      {
        file: `${rail}/coins.ts`,
        find: '      order_id: coinOrderIdOf(outTradeNo),\n      payitem',
        replace: '      order_id: coinOrderIdOf(outTradeNo) + tries++,\n      payitem',
      },
      {
        file: `${rail}/coins.ts`,
        find: 'const repeated = 268490004\n',
        replace: 'const repeated = 268490004\nlet tries = 0\n',
      },
    ],
  },
  {
    id: 'coins-kept',
    scene: 'tip',
    bug: 'A tip goes back, and the coins it was bought with stay spent',
    source: sources.creditNotReturned,
    patches: [
      {
        file: 'core/src/tip/decide-tip.ts',
        find: "[{ key: 'coins:return', effect: { kind: 'tip.returnCoins', coins: sale.coins } as const }]",
        replace: '[]',
      },
    ],
  },
  {
    id: 'coins-spent-after-return',
    scene: 'tip',
    bug: 'Coins count as returned while the order to spend them is still on its way',
    source: sources.creditAckLost,
    patches: [
      {
        file: `${rail}/coins.ts`,
        find: "  if (said.kind !== 'refused' || !isUnheardOf(said)) return doneOf(said, isReturnedBefore)\n",
        replace:
          "  if (said.kind !== 'refused' || !isUnheardOf(said)) return doneOf(said, isReturnedBefore)\n  return { kind: 'done' }\n",
      },
    ],
  },
  {
    id: 'coins-lost-answer-is-refusal',
    scene: 'tip',
    bug: 'That coins were spent before is taken for a failure, and the gift never arrives',
    source: sources.timeoutIsFailure,
    patches: [
      {
        file: `${rail}/coins.ts`,
        find: '  doneOf(await spending(call, order), (errcode) => errcode === repeated)\n',
        replace: '  doneOf(await spending(call, order), () => false)\n',
      },
    ],
  },
  {
    id: 'push-of-anybody',
    scene: 'tip',
    bug: 'Any user can send WeChat’s message that a good is paid, and is told that it is booked',
    source: sources.forgedSuccess,
    patches: [
      {
        file: `${rail}/read-push.ts`,
        find: "  if (isSomebodyElse(origin.source)) return { kind: 'forged' }\n",
        replace: '',
      },
      {
        file: 'backend/src/use-cases/notice/handle-payment-notice.ts',
        find: 'const asked = await askPayment(deps, order, attempt)',
        replace:
          "const told = { transactionId: notice.transactionId, totalFen: order.totalFen, paidAtMs: deps.clock.nowMs() }\n  const asked = { fits: true, answer: { kind: 'paid' as const }, events: [{ kind: 'paymentSeen' as const, outTradeNo: notice.outTradeNo, payer: notice.payer, payment: told }] }",
      },
    ],
  },
  {
    id: 'signed-with-an-old-session',
    scene: 'tip',
    bug: 'A payment is signed with a session that another login has ended, and fails in the payer’s hands for ever',
    source: sources.sessionKey,
    patches: [
      { file: `${rail}/xpay-call.ts`, find: '    await sessions.drop(inNameOf)\n', replace: '' },
      {
        file: `${rail}/log-in.ts`,
        find: '  await sessions.put(user, {',
        replace: '  if ((await sessions.get(user, clock.nowMs())) === undefined) await sessions.put(user, {',
      },
    ],
  },
  {
    id: 'delivery-not-reported',
    scene: 'tip',
    bug: 'The good is given, and WeChat is never told: the payment stays open for its automatic refund',
    source: sources.virtualPayment,
    patches: [
      {
        file: 'core/src/tip/decide-tip.ts',
        find: "...(detail.sale.kind === 'goods' ? [{ key: 'provide', effect: { kind: 'tip.provide' } as const }] : []),",
        replace: '',
      },
    ],
  },
  {
    id: 'board-keeps-what-went-back',
    scene: 'tip',
    bug: 'A donation that was refunded still counts in the campaign’s total',
    source: sources.donationTotal,
    patches: [
      {
        file: 'core/src/tip/tip.ts',
        find: "if (detail.vertical !== 'tip' || detail.progress !== 'given') return fen(0)",
        replace: "if (detail.vertical !== 'tip' || detail.progress === 'none') return fen(0)",
      },
      { file: 'core/src/tip/tip.ts', find: ' - settledRefundFen(order) - ', replace: ' - ' },
    ],
  },
  {
    id: 'late-copy-wins',
    scene: 'tip',
    bug: 'An old copy that arrives late overwrites a newer one on the board',
    source: sources.lostUpdate,
    patches: [
      {
        file: 'backend/src/adapters/memory/tip/memory-tip-board.ts',
        find: 'if ((tips.get(tip.orderNo)?.revision ?? 0) < tip.revision) tips',
        replace: 'tips',
      },
    ],
  },
  {
    id: 'hidden-words-shown',
    scene: 'tip',
    bug: 'Words are on the public page before anybody has judged them',
    source: sources.pendingShown,
    patches: [
      {
        file: `${tips}/board-tip.ts`,
        find: "const shown = messageCheck === 'passed'",
        replace: "const shown = messageCheck !== 'hidden'",
      },
    ],
  },
  {
    id: 'anonymous-named',
    scene: 'tip',
    bug: 'Who gave anonymously is named on the board',
    source: sources.anonymousDonor,
    patches: [
      {
        file: `${tips}/board-tip.ts`,
        find: "shown && !anonymous && giverName !== ''",
        replace: "shown && giverName !== ''",
      },
    ],
  },
  {
    id: 'money-back-elsewhere-unseen',
    scene: 'tip',
    bug: 'What the platform gave back by itself is never noticed: the gift still counts, and the books hold money that is gone',
    source: sources.refundReported,
    patches: [
      {
        file: `${tips}/reconcile-payment.ts`,
        find: "  if (answer.leftFen >= expected) return pending ? 'open' : 'agreed'\n",
        replace: "  if (answer.leftFen >= 0) return pending ? 'open' : 'agreed'\n",
      },
    ],
  },
  {
    id: 'signed-and-forgotten',
    scene: 'tip',
    bug: 'Nobody asks again about a payment that left the server when its messages are lost',
    source: sources.noticeNeverComes,
    patches: [
      {
        file: 'backend/src/use-cases/tip/reconcile-signed.ts',
        find: 'if (tip === undefined) return 0',
        replace: 'if (tip !== undefined) return 0',
      },
    ],
  },
]
