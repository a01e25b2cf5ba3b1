import type { OrderNo, Rating, Reputation } from '@pay/core'

/** What people said of each other, one document per person and part. */
export interface ReputationStore {
  get(personId: string): Promise<Reputation>
  /** Of one order once, however often it is told. */
  count(personId: string, orderNo: OrderNo, rating: Rating): Promise<void>
}
