import { compareGivers, fen, type GiverSum } from '@pay/core'
import type { BoardTip, TipBoard } from '../../../ports/tip/tip-board.ts'
import { pageOf } from '../page-of.ts'

/** Tips in a Map. */
export const memoryTipBoard = (tips = new Map<string, BoardTip>()): TipBoard => {
  const counting = (creatorId: string) =>
    [...tips.values()].filter((tip) => tip.creatorId === creatorId && tip.countedFen > 0)
  const place = ({ givenAtMs, orderNo }: BoardTip) => ({ atMs: givenAtMs, id: orderNo })
  return {
    async put(tip) {
      if ((tips.get(tip.orderNo)?.revision ?? 0) < tip.revision) tips.set(tip.orderNo, tip)
    },
    ofCreator: async (creatorId, page) => pageOf(counting(creatorId), place, 'newestFirst', page),
    ofOwner: async (owner, page) =>
      pageOf(
        [...tips.values()].filter((tip) => tip.owner === owner),
        place,
        'newestFirst',
        page,
      ),
    toReview: async (page) =>
      pageOf(
        [...tips.values()].filter(({ review }) => review),
        place,
        'oldestFirst',
        page,
      ),
    async leaders(creatorId, limit) {
      const sums = new Map<string, GiverSum>()
      for (const tip of counting(creatorId).sort((a, b) => a.givenAtMs - b.givenAtMs)) {
        const before = sums.get(tip.giver)
        const name = tip.name ?? before?.name
        sums.set(tip.giver, {
          giver: tip.giver,
          ...(name === undefined ? {} : { name }),
          totalFen: fen((before?.totalFen ?? 0) + tip.countedFen),
          tips: (before?.tips ?? 0) + 1,
          lastAtMs: tip.givenAtMs,
        })
      }
      return [...sums.values()].sort(compareGivers).slice(0, limit)
    },
    async totals(creatorId) {
      const all = counting(creatorId)
      return { totalFen: fen(all.reduce((sum, { countedFen }) => sum + countedFen, 0)), tips: all.length }
    },
  }
}
