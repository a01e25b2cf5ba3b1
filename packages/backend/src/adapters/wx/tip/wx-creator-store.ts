import type { Creator } from '@pay/core'
import type { CreatorStore } from '../../../ports/tip/creator-store.ts'
import { findPage } from '../find-page.ts'
import type { WxDatabase } from '../wx-cloud.ts'
import { wxTable } from '../wx-table.ts'

/** Creators in the cloud database: `{ _id, rank, creator }`, the lowest rank first. */
export const wxCreatorStore = (db: WxDatabase): CreatorStore => {
  const _ = db.command
  const table = wxTable(db, 'creators')
  return {
    list: (page) =>
      findPage(table, _, {
        condition: { rank: _.gte(0) },
        sortBy: 'rank',
        direction: 'asc',
        page,
        read: ({ creator }) => creator as Creator,
      }),
    get: async (creatorId) => (await table.get(String(creatorId)))?.creator as Creator | undefined,
    async put(creator) {
      const changed = await table.update({ _id: String(creator.creatorId) }, { creator: _.set(creator) })
      if (changed === 0) await table.insert(creator.creatorId, { rank: Date.now(), creator })
    },
  }
}
