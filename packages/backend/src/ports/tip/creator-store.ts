import type { Creator, Page } from '@pay/core'
import type { PageRequest } from '../order-store.ts'

/** Who receives tips. Read by everybody, written by the owner. */
export interface CreatorStore {
  /** All of them, in the order in which they came. */
  list(page: PageRequest): Promise<Page<Creator>>
  get(creatorId: string): Promise<Creator | undefined>
  put(creator: Creator): Promise<void>
}
