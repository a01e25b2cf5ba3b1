import type { Fen } from '../money/fen.ts'
import { err, ok, type Result } from '../result.ts'
import type { Creator } from './creator.ts'
import type { MessageCheck, TipDetail } from './tip-detail.ts'
import { leastTipFen, mostTipFen, tipPointsFen, tipSaleOf } from './tip-sale.ts'

/** What a giver asks for. The amount is a wish: the creator's terms decide. */
export interface AskedTip {
  readonly amountFen: Fen
  readonly giverName: string
  readonly message: string
  readonly anonymous: boolean
}

export type TipRefusal =
  | { readonly code: 'CREATOR_GONE' }
  /** This creator takes no tips now. */
  | { readonly code: 'NOT_OPEN' }
  /** Neither one of the points nor within the limits for other amounts. */
  | {
      readonly code: 'AMOUNT_NOT_OFFERED'
      readonly pointsFen: readonly Fen[]
      readonly leastFen?: Fen
      readonly mostFen?: Fen
    }
  /** WeChat's content check says no to name or message. Nothing was charged. */
  | { readonly code: 'MESSAGE_REFUSED' }

/** A tip ready to be placed, or why this creator does not take it. */
export const newTip = (
  creator: Creator | undefined,
  asked: AskedTip,
  messageCheck: MessageCheck,
): Result<TipDetail, TipRefusal> => {
  if (creator === undefined) return err({ code: 'CREATOR_GONE' })
  if (!creator.open) return err({ code: 'NOT_OPEN' })
  if (!offers(creator, asked.amountFen)) {
    const { pointsFen, custom } = creator
    return err({ code: 'AMOUNT_NOT_OFFERED', pointsFen, ...custom })
  }
  return ok({
    vertical: 'tip',
    creatorId: creator.creatorId,
    creatorName: creator.name,
    sale: tipSaleOf(asked.amountFen),
    progress: 'none',
    thanks: creator.thanks,
    messageCheck,
    amountFen: asked.amountFen,
    giverName: asked.giverName,
    message: asked.message,
    anonymous: asked.anonymous,
  })
}

const offers = ({ pointsFen, custom }: Creator, amountFen: Fen): boolean => {
  if (pointsFen.includes(amountFen)) return tipPointsFen.includes(amountFen)
  if (custom === undefined || amountFen < leastTipFen || amountFen > mostTipFen) return false
  return amountFen >= custom.leastFen && amountFen <= custom.mostFen
}
