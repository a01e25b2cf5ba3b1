import {
  auditRunner,
  disputesList,
  type ErrandEventRefusal,
  type errandOwnerActions,
  type OrderView,
  ok,
  openPayouts,
  type Page,
  type PayoutNo,
  type PayoutToMake,
  type Runner,
  type RunnerView,
  viewOrder,
  viewRunner,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import type { HandlersOfActions } from '../../serve/serve.ts'
import { showPictures } from '../order/show-pictures.ts'
import { ownerActs } from '../owner/common-owner-handlers.ts'
import { changeRunner } from './change-runner.ts'
import { errandPortsOf } from './errand-ports.ts'
import { ownerEndsPayout } from './owner-payout.ts'

/** What the owner does about errands: who may run, who is right, who gets paid. */
export const errandOwnerHandlers = (deps: Deps): HandlersOfActions<typeof errandOwnerActions> => ({
  async listRunners({ audit, cursor }) {
    const page = await errandPortsOf(deps).runners.find(
      { name: 'inAudit', audit },
      { limit: perPage, ...defined({ cursor }) },
    )
    const shown: Page<RunnerView> = { ...page, items: page.items.map((runner) => viewRunner(runner)) }
    return ok(shown)
  },
  async auditRunner({ runnerNo, move, because }) {
    const changed = await changeRunner(deps, runnerNo, (runner) => auditRunner(runner, move, because))
    return changed.ok ? ok(viewRunner(changed.value)) : changed
  },
  async listDisputes({ cursor }) {
    const query = { name: 'inLists', lists: [disputesList], oldestFirst: true } as const
    const page = await deps.orders.find(query, { limit: perPage, ...defined({ cursor }) })
    const nowMs = deps.clock.nowMs()
    const views = page.items.map((order) => showPictures(deps, viewOrder(order, 'owner', nowMs)))
    const shown: Page<OrderView> = { ...page, items: await Promise.all(views) }
    return ok(shown)
  },
  settleDispute: ({ orderNo, ...ruling }, call) =>
    ownerActs<ErrandEventRefusal>(deps, orderNo, () => ({ kind: 'errand.split', ...ruling }), call.untilMs),
  giveBackErrand: ({ orderNo, ...decision }, call) =>
    ownerActs<ErrandEventRefusal>(deps, orderNo, () => ({ kind: 'errand.giveBack', ...decision }), call.untilMs),
  async listPayouts({ cursor }) {
    const { runners } = errandPortsOf(deps)
    const page = await runners.find({ name: 'waitingForMoney' }, { limit: perPage, ...defined({ cursor }) })
    const items = page.items.flatMap((runner) => openPayouts(runner).map(([payoutNo]) => viewPayout(runner, payoutNo)))
    const shown: Page<PayoutToMake> = { ...page, items }
    return ok(shown)
  },
  async recordPayout({ runnerNo, payoutNo, reference }) {
    const paid = await ownerEndsPayout(deps, runnerNo, payoutNo, { kind: 'paid', reference, by: 'owner' })
    return paid.ok ? ok(viewPayout(paid.value, payoutNo)) : paid
  },
  async refusePayout({ runnerNo, payoutNo, because }) {
    const refused = await ownerEndsPayout(deps, runnerNo, payoutNo, { kind: 'refused', because })
    return refused.ok ? ok(viewPayout(refused.value, payoutNo)) : refused
  },
})

const perPage = 20

const viewPayout = ({ runnerNo, name, phone, payouts }: Runner, payoutNo: PayoutNo): PayoutToMake => {
  const payout = payouts[payoutNo]
  if (payout === undefined) throw new Error(`${payoutNo}: no payout of ${runnerNo}`)
  const { amountFen, requestedAtMs, state, reference, because } = payout
  return { runnerNo, payoutNo, name, phone, amountFen, requestedAtMs, state, ...defined({ reference, because }) }
}
