import type { BookmarkStore } from '../../ports/bookmark-store.ts'
import type { WxDatabase } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/** Bookmarks in the cloud database: `{ _id, place }`. */
export const wxBookmarkStore = (db: WxDatabase): BookmarkStore => {
  const table = wxTable(db, 'bookmarks')
  return {
    async get(job) {
      const place = (await table.get(job))?.place
      return typeof place === 'string' ? place : undefined
    },
    async all() {
      const documents = await table.find({}, [], most)
      return new Map(documents.flatMap(({ _id, place }) => (typeof place === 'string' ? [[_id, place]] : [])))
    },
    set: (job, place) => (place === undefined ? table.remove(job) : table.put(job, { place })),
  }
}

/** What one request may answer: https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/collection/Collection.limit.html */
const most = 1_000
