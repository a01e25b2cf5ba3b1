import type { Incident, IncidentStore } from '../../ports/incident-store.ts'
import { pageOf } from './page-of.ts'

/** Incidents in a Map; resolved ones stay, so that the same trouble is not reported twice. */
export const memoryIncidentStore = (incidents = new Map<string, Incident & { note?: string }>()): IncidentStore => ({
  async record(incident) {
    if (!incidents.has(incident.key)) incidents.set(incident.key, incident)
  },
  async get(key) {
    return incidents.get(key)
  },
  async open(page) {
    const open = [...incidents.values()].filter((incident) => incident.note === undefined)
    return pageOf(open, ({ atMs, key }) => ({ atMs, id: key }), 'oldestFirst', page)
  },
  async resolve(key, note) {
    const incident = incidents.get(key)
    if (incident === undefined || incident.note !== undefined) return false
    incidents.set(key, { ...incident, note })
    return true
  },
})
