import type { WxDatabase, WxDocument } from './wx-cloud.ts'
import { isDuplicate, troubleOf } from './wx-error.ts'

/**
 * One collection with the few calls that the stores need, one request each, errors in our own words. Ids go through
 * `doc(String)` and conditions are built by us alone: an object of a caller never becomes a query.
 */
export interface WxTable {
  insert(id: string, fields: object): Promise<'inserted' | 'exists'>
  get(id: string): Promise<WxDocument | undefined>
  /** How many documents changed. */
  update(condition: object, change: object): Promise<number>
  find(
    condition: unknown,
    order: readonly (readonly [string, 'asc' | 'desc'])[],
    limit: number,
  ): Promise<readonly WxDocument[]>
  /** Puts a document in place, whatever is there. */
  put(id: string, fields: object): Promise<void>
  /** What is gone already is no error. */
  remove(id: string): Promise<void>
}

export const wxTable = (db: WxDatabase, name: string): WxTable => {
  const collection = () => db.collection(name)
  const run = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      throw troubleOf(name, error)
    }
  }
  return {
    async insert(id, fields) {
      try {
        await collection().add({ data: { _id: id, ...fields } })
        return 'inserted'
      } catch (error) {
        if (isDuplicate(error)) return 'exists'
        throw troubleOf(name, error)
      }
    },
    get: (id) => run(async () => (await collection().doc(id).get()).data ?? undefined),
    update: (condition, change) =>
      run(async () => (await collection().where(condition).update({ data: change })).stats.updated),
    find: (condition, order, limit) =>
      run(async () => {
        let query = collection().where(condition)
        for (const [field, direction] of order) query = query.orderBy(field, direction)
        return (await query.limit(limit).get()).data
      }),
    put: (id, fields) => run(async () => void (await collection().doc(id).set({ data: fields }))),
    remove: (id) => run(async () => void (await collection().doc(id).remove())),
  }
}
