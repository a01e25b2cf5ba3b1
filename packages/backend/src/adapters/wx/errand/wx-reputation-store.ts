import { countRating, noReputation, type Reputation } from '@pay/core'
import type { ReputationStore } from '../../../ports/errand/reputation-store.ts'
import { PortError } from '../../../ports/port-error.ts'
import type { WxDatabase } from '../wx-cloud.ts'
import { wxTable } from '../wx-table.ts'

/** Reputations in the cloud database: `{ _id, version, reputation }`, by compare-and-set on `version`. */
export const wxReputationStore = (db: WxDatabase): ReputationStore => {
  const _ = db.command
  const table = wxTable(db, 'reputations')
  const get = async (personId: string): Promise<Reputation> =>
    ((await table.get(String(personId)))?.reputation as Reputation | undefined) ?? noReputation
  return {
    get,
    async count(personId, orderNo, rating) {
      for (let attempt = 1; attempt <= maxAttempts; attempt++) {
        const before = await get(personId)
        const reputation = countRating(before, orderNo, rating)
        if (reputation === before) return
        const { version } = reputation
        if (before.version === 0) {
          if ((await table.insert(personId, { version, reputation })) === 'inserted') return
          continue
        }
        const condition = { _id: String(personId), version: before.version }
        if ((await table.update(condition, { version, reputation: _.set(reputation) })) === 1) return
      }
      throw new PortError('reputations', 'too many writers at once')
    },
  }
}

const maxAttempts = 20
