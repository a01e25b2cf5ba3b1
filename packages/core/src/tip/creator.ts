import type { Fen } from '../money/fen.ts'

/** Who receives tips, and on what terms. Written by the owner. */
export interface Creator {
  readonly creatorId: string
  readonly name: string
  /** An address or a data URI; empty: none. */
  readonly avatar: string
  readonly intro: string
  /** What the giver reads once the tip is known to be paid. */
  readonly thanks: string
  /** False: the page is shown, and nothing can be given. */
  readonly open: boolean
  /** The points shown, a choice of `tipPointsFen`. */
  readonly pointsFen: readonly Fen[]
  /** Amounts of one's own choice, both ends included; absent: points only. */
  readonly custom?: { readonly leastFen: Fen; readonly mostFen: Fen }
}

/** A creator as givers see one before they give: the thanks are not told yet. */
export type CreatorView = Omit<Creator, 'thanks'>

/** What may stand between a creator and their page; empty: nothing. For the owner's form. */
export const creatorFaults = (
  creator: Creator,
  published: readonly Fen[],
  rangeFen: readonly [Fen, Fen],
): readonly string[] => {
  const faults: string[] = []
  if (creator.pointsFen.some((point) => !published.includes(point))) faults.push('pointsFen')
  const { custom } = creator
  if (custom === undefined) {
    if (creator.pointsFen.length === 0) faults.push('pointsFen')
  } else if (custom.leastFen < rangeFen[0] || custom.mostFen > rangeFen[1] || custom.leastFen > custom.mostFen)
    faults.push('custom')
  return [...new Set(faults)]
}

export const viewCreator = ({ thanks: _, ...shown }: Creator): CreatorView => shown
