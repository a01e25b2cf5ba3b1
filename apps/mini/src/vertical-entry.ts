import type { Call, Outcome } from '@pay/client'
import type { OrderView, Page, VerticalName } from '@pay/core'
import type { SumRow } from './components/sum-rows.tsx'

/** What the common pages know of a vertical; its own pages are a subpackage and may do what they like. */
export interface VerticalEntry {
  readonly name: string
  /** Whose orders it tells of; one trade can have several kinds. */
  readonly orders: readonly VerticalName[]
  /** The subpackage: folder and pages below `src`. */
  readonly root: string
  readonly pages: readonly string[]
  /** What it takes from the phone, to be declared to WeChat; anything undeclared is refused. */
  readonly privateInfos?: readonly ('chooseAddress' | 'chooseLocation' | 'getLocation')[]
  /** What it needs the location for, in 30 characters: WeChat says it when it asks. */
  readonly locationUse?: string
  /** Its first page and what the home page says of it. */
  readonly home: {
    readonly path: string
    readonly title: string
    readonly note: string
    /** A drawing by `lineIcon`. */
    readonly icon: string
  }
  /** What the home page offers of it at once. */
  readonly offers?: (call: Call, cursor?: string) => Promise<Outcome<Page<Offer>, { readonly code: string }>>
  /** Its own pages on the me page. */
  readonly links: readonly { readonly label: string; readonly path: string }[]
  /** Its pages for the owner. */
  readonly owner: readonly OwnerLink[]
  readonly describe: (order: OrderView) => OrderStory
  /** Sentences for its own lines of an order's history, as in `text/zh.ts`. */
  readonly whats: Readonly<Record<string, string>>
  /** What people call the codes among the facts of those lines, such as a carrier's. */
  readonly names?: Readonly<Record<string, string>>
}

export interface OwnerLink {
  readonly label: string
  readonly note: string
  readonly path: string
  /** How much waits behind it, as far as one question can tell; a lost answer counts as nothing. */
  readonly waits?: (call: Call) => Promise<number>
}

/** Something to be bought, as a tile. */
export interface Offer {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly picture?: string
  readonly fen: number
  /** There are dearer ones: 起. */
  readonly from?: boolean
  readonly soldOut?: boolean
  readonly path: string
}

/** An order of a vertical in the words of the common pages. */
export interface OrderStory {
  /** While paid and not completed, such as 待发货. */
  readonly progress: string
  readonly lines: readonly OrderLine[]
  readonly sums: readonly SumRow[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Said beneath 支付成功; absent: the common sentence. */
  readonly paidNote?: string | undefined
  /** The owner's pages for this very order. */
  readonly ownerWays?: readonly { readonly label: string; readonly path: string }[]
  /** What its buyer may do now, on the vertical's own pages. */
  readonly ways?: readonly { readonly label: string; readonly path: string; readonly main?: boolean }[]
}

export interface OrderLine {
  readonly title: string
  readonly note: string
  readonly picture?: string
  readonly fen: number
  /** Absent: nothing that is counted. */
  readonly quantity?: number
  readonly path?: string
}
