import type { Creator } from '@pay/core'
import type { CreatorStore } from '../../../ports/tip/creator-store.ts'
import type { WxDatabase } from '../wx-cloud.ts'
import { wxTable } from '../wx-table.ts'

/** Creators in the cloud database: `{ _id, creator }`. */
export const wxCreatorStore = (db: WxDatabase): CreatorStore => {
  const table = wxTable(db, 'creators')
  return {
    get: async (creatorId) => (await table.get(String(creatorId)))?.creator as Creator | undefined,
    put: (creator) => table.put(creator.creatorId, { creator }),
  }
}
