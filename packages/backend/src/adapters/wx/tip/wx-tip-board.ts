import { type Fen, fen, type GiverSum } from '@pay/core'
import type { BoardTip, TipBoard } from '../../../ports/tip/tip-board.ts'
import { findPage } from '../find-page.ts'
import { wxAggregate } from '../wx-aggregate.ts'
import type { WxDatabase, WxDocument } from '../wx-cloud.ts'
import { wxTable } from '../wx-table.ts'

/**
 * Tips in the cloud database: `{ _id, revision, creatorId, owner, giver, countedFen, counts, review, givenAtMs, tip }`. Sums
 * are made by the database from the tips of one creator, found by an index: exact at every moment, and a popular creator's
 * page costs as much as they have tips. From some ten thousand on, keep the sums in documents of their own.
 */
export const wxTipBoard = (db: WxDatabase): TipBoard => {
  const _ = db.command
  const table = wxTable(db, 'tips')
  const aggregate = wxAggregate(db, 'tips')
  const read = (document: WxDocument) => document.tip as BoardTip
  return {
    async put(tip) {
      const { orderNo, revision, ...copies } = copiesOf(tip)
      const fields = { ...copies, revision, tip: _.set(tip) }
      const changed = await table.update({ _id: String(orderNo), revision: _.lt(revision) }, fields)
      if (changed === 1) return
      // Not there yet, or newer already. Somebody may insert between the two calls: then the older one must not win.
      if ((await table.insert(orderNo, { ...copies, revision, tip })) === 'exists')
        await table.update({ _id: String(orderNo), revision: _.lt(revision) }, fields)
    },
    ofCreator: (creatorId, page) =>
      findPage(table, _, {
        condition: { creatorId: String(creatorId), counts: true },
        sortBy: 'givenAtMs',
        direction: 'desc',
        page,
        read,
      }),
    ofOwner: (owner, page) =>
      findPage(table, _, { condition: { owner: String(owner) }, sortBy: 'givenAtMs', direction: 'desc', page, read }),
    toReview: (page) =>
      findPage(table, _, { condition: { review: true }, sortBy: 'givenAtMs', direction: 'asc', page, read }),
    async leaders(creatorId, limit) {
      const rows = await aggregate((pipeline, $) =>
        pipeline
          .match({ creatorId: String(creatorId), counts: true })
          // So that the last name somebody gave is the one shown.
          .sort({ givenAtMs: 1, _id: 1 })
          .group({
            _id: '$giver',
            totalFen: $.sum('$countedFen'),
            tips: $.sum(1),
            lastAtMs: $.max('$givenAtMs'),
            names: $.push('$tip.name'),
          })
          .sort({ totalFen: -1, lastAtMs: 1, _id: 1 })
          .limit(limit),
      )
      return rows.map(sumOf)
    },
    async totals(creatorId) {
      const [row] = await aggregate((pipeline, $) =>
        pipeline
          .match({ creatorId: String(creatorId), counts: true })
          .group({ _id: null, totalFen: $.sum('$countedFen'), tips: $.sum(1) }),
      )
      return { totalFen: fen(Number(row?.totalFen ?? 0)), tips: Number(row?.tips ?? 0) }
    },
  }
}

const copiesOf = ({ orderNo, revision, creatorId, owner, giver, countedFen, review, givenAtMs }: BoardTip) => ({
  orderNo,
  revision,
  creatorId,
  owner,
  giver,
  countedFen,
  counts: countedFen > 0,
  review,
  givenAtMs,
})

const sumOf = (row: Readonly<Record<string, unknown>>): GiverSum => {
  const names = (Array.isArray(row.names) ? row.names : []).filter((name) => typeof name === 'string')
  const name = names.at(-1)
  return {
    giver: String(row._id),
    ...(name === undefined ? {} : { name }),
    totalFen: Number(row.totalFen) as Fen,
    tips: Number(row.tips),
    lastAtMs: Number(row.lastAtMs),
  }
}
