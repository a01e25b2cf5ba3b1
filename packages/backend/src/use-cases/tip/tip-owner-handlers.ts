import {
  creatorFaults,
  err,
  leastTipFen,
  mostTipFen,
  type OrderView,
  ok,
  type Page,
  type TipEventRefusal,
  type tipOwnerActions,
  tipPointsFen,
  viewOrder,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import type { HandlersOfActions } from '../../serve/serve.ts'
import { ownerActs } from '../owner/common-owner-handlers.ts'
import { creatorsPerPage } from './show-creator.ts'
import { tipPortsOf } from './tip-ports.ts'

const messagesPerPage = 20

/** What the owner does about tips. */
export const tipOwnerHandlers = (deps: Deps): HandlersOfActions<typeof tipOwnerActions> => ({
  listAllCreators: async ({ cursor }) =>
    ok(await tipPortsOf(deps).creators.list({ limit: creatorsPerPage, ...defined({ cursor }) })),
  async putCreator({ custom, ...terms }) {
    const creator = { ...terms, ...(custom === undefined ? {} : { custom }) }
    const fields = creatorFaults(creator, tipPointsFen, [leastTipFen, mostTipFen])
    if (fields.length > 0) return err({ code: 'CREATOR_FAULTY', fields })
    await tipPortsOf(deps).creators.put(creator)
    return ok(creator)
  },
  listMessages: ({ cursor }) => listMessages(deps, cursor),
  judgeMessage: ({ orderNo, show }, call) =>
    ownerActs<TipEventRefusal>(deps, orderNo, () => ({ kind: 'tip.judgeMessage', show }), call.untilMs),
  giveBackTip: ({ orderNo }, call) =>
    ownerActs<TipEventRefusal>(deps, orderNo, () => ({ kind: 'tip.giveBack' }), call.untilMs),
})

const listMessages = async (deps: Deps, cursor: string | undefined) => {
  const place = cursor === undefined ? {} : { cursor }
  const page = await tipPortsOf(deps).board.toReview({ limit: messagesPerPage, ...place })
  const orders = await Promise.all(page.items.map(({ orderNo }) => deps.orders.get(orderNo)))
  const nowMs = deps.clock.nowMs()
  const items = orders.flatMap((order) => (order === undefined ? [] : [viewOrder(order, 'owner', nowMs)]))
  const shown: Page<OrderView> = { ...page, items }
  return ok(shown)
}
