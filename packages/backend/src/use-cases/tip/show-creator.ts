import {
  type CreatorPage,
  type CreatorView,
  err,
  type Leader,
  ok,
  type Page,
  rankGivers,
  type ShownTip,
  viewCreator,
} from '@pay/core'
import { defined } from '../../defined.ts'
import type { Deps } from '../../deps.ts'
import type { BoardTip } from '../../ports/tip/tip-board.ts'
import { tipPortsOf } from './tip-ports.ts'

export const creatorsPerPage = 20
const recentOnPage = 10
const leadersOnPage = 10
const leadersAtMost = 50
const tipsPerPage = 20

/** Who has a page: one request, nothing summed. */
export const listCreators = async (deps: Deps, { cursor }: { readonly cursor?: string | undefined }) => {
  const page = await tipPortsOf(deps).creators.list({ limit: creatorsPerPage, ...defined({ cursor }) })
  const shown: Page<CreatorView> = { ...page, items: page.items.map(viewCreator) }
  return ok(shown)
}

/** A creator's page in one call. Totals and board count what was paid and is not back. */
export const getCreator = async (deps: Deps, { creatorId }: { readonly creatorId: string }) => {
  const { creators, board } = tipPortsOf(deps)
  const [creator, totals, recent, leaders] = await Promise.all([
    creators.get(creatorId),
    board.totals(creatorId),
    board.ofCreator(creatorId, { limit: recentOnPage }),
    board.leaders(creatorId, leadersOnPage),
  ])
  if (creator === undefined) return err({ code: 'NOT_FOUND' })
  const page: CreatorPage = {
    creator: viewCreator(creator),
    ...totals,
    recent: recent.items.map(shownTipOf),
    leaders: rankGivers(leaders),
  }
  return ok(page)
}

export const listTips = async (
  deps: Deps,
  input: { readonly creatorId: string; readonly cursor?: string | undefined },
) => {
  const { creatorId, cursor } = input
  const page = await tipPortsOf(deps).board.ofCreator(creatorId, {
    limit: tipsPerPage,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const shown: Page<ShownTip> = { ...page, items: page.items.map(shownTipOf) }
  return ok(shown)
}

export const listLeaders = async (deps: Deps, { creatorId }: { readonly creatorId: string }) => {
  const leaders: readonly Leader[] = rankGivers(await tipPortsOf(deps).board.leaders(creatorId, leadersAtMost))
  return ok(leaders)
}

/** Nothing of the order, and nobody's openid. */
const shownTipOf = ({ name, message, countedFen, givenAtMs }: BoardTip): ShownTip => ({
  ...(name === undefined ? {} : { name }),
  ...(message === undefined ? {} : { message }),
  amountFen: countedFen,
  atMs: givenAtMs,
})
