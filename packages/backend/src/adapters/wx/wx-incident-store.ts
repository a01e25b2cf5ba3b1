import type { Incident, IncidentStore } from '../../ports/incident-store.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/** Incidents in the cloud database: `{ _id, open, atMs, incident, note?, resolvedAtMs? }`. */
export const wxIncidentStore = (db: WxDatabase): IncidentStore => {
  const table = wxTable(db, 'incidents')
  return {
    async record(incident) {
      await table.insert(incident.key, { open: true, atMs: incident.atMs, incident })
    },
    get: async (key) => (await table.get(String(key)))?.incident as Incident | undefined,
    open: (page) =>
      findPage(table, db.command, {
        condition: { open: true },
        sortBy: 'atMs',
        direction: 'asc',
        page,
        read: (document) => document.incident as Incident,
      }),
    async resolve(key, note, nowMs) {
      return (await table.update({ _id: String(key), open: true }, { open: false, note, resolvedAtMs: nowMs })) === 1
    },
  }
}
