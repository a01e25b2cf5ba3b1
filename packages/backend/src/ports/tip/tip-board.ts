import type { Fen, GiverSum, OpenId, OrderNo, Page } from '@pay/core'
import type { PageRequest } from '../order-store.ts'

/**
 * What was given to whom, one document per tip, copied from its order after every change. The sums of a giver and of a
 * creator are made of these documents, so that no sum can drift from them.
 */
export interface TipBoard {
  /** Puts a tip in place. An older `revision` than the stored one changes nothing: copies may come late and twice. */
  put(tip: BoardTip): Promise<void>
  /** Tips of a creator that count, newest first. */
  ofCreator(creatorId: string, page: PageRequest): Promise<Page<BoardTip>>
  /** A giver's own tips, those that went back included, newest first. */
  ofOwner(owner: OpenId, page: PageRequest): Promise<Page<BoardTip>>
  /** Tips whose message the owner has to read, oldest first. */
  toReview(page: PageRequest): Promise<Page<BoardTip>>
  /** The sums of those who gave most to a creator, in the order of `compareGivers`. */
  leaders(creatorId: string, limit: number): Promise<readonly GiverSum[]>
  totals(creatorId: string): Promise<{ readonly totalFen: Fen; readonly tips: number }>
}

export interface BoardTip {
  readonly orderNo: OrderNo
  /** The version of the order it was copied from. */
  readonly revision: number
  readonly creatorId: string
  readonly creatorName: string
  readonly owner: OpenId
  /** The face under which it counts: see `giverOf`. */
  readonly giver: string
  /** Absent: anonymous, or the name may not be shown. */
  readonly name?: string
  /** Absent: none, or not to be shown. */
  readonly message?: string
  /** The owner of the shop has to read name and message. */
  readonly review: boolean
  readonly amountFen: Fen
  /** What it counts: 0 once it goes back. */
  readonly countedFen: Fen
  readonly givenAtMs: number
}
