import type { Creator } from '@pay/core'

/** Who receives tips. Read by everybody, written by the owner. */
export interface CreatorStore {
  get(creatorId: string): Promise<Creator | undefined>
  put(creator: Creator): Promise<void>
}
