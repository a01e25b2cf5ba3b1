import { type HintStore, hintKey } from '../../ports/hint-store.ts'
import type { Notice } from '../../ports/payment-notice.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/** Hints in the cloud database: `{ _id, atMs, notice }`. */
export const wxHintStore = (db: WxDatabase): HintStore => {
  const table = wxTable(db, 'hints')
  return {
    async keep(notice, atMs) {
      await table.insert(hintKey(notice), { atMs, notice })
    },
    list: (page) =>
      findPage(table, db.command, {
        condition: { atMs: db.command.gte(0) },
        sortBy: 'atMs',
        direction: 'asc',
        page,
        read: ({ _id, atMs, notice }) => ({ key: _id, atMs: Number(atMs), notice: notice as Notice }),
      }),
    drop: (key) => table.remove(String(key)),
  }
}
