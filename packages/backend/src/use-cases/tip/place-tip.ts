import {
  err,
  newTip,
  type Order,
  ok,
  type ParsedOf,
  type Result,
  type TipDetail,
  type TipRefusal,
  type tipContract,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { digestOf } from '../../digest.ts'
import type { Call } from '../../serve/call.ts'
import { placePayment } from '../order/place-payment.ts'
import { checkWords } from './check-message.ts'
import { tipPortsOf } from './tip-ports.ts'

type Input = ParsedOf<typeof tipContract, 'placeOrder'>

/**
 * Creator read and words checked → order inserted → the giver's session renewed → payment signed: one call from the client.
 * A retry with the same requestId finds the same order; the code of `wx.login` may be another one, it is not part of what
 * was asked.
 */
export const placeTip = async (deps: Deps, input: Input, call: Call) => {
  const { requestId, loginCode, ...asked } = input
  const requestDigest = digestOf({ tip: asked })
  const detail = await quoteTip(deps, asked, call.caller.openid)
  const toPay = detail.ok
    ? ok({ detail: detail.value, totalFen: detail.value.amountFen, titles: [`赞赏 ${detail.value.creatorName}`] })
    : detail
  return placePayment(deps, { requestId, requestDigest, loginCode }, toPay, call)
}

/** What was said must not be shown unread; but WeChat's silence is no reason to turn a gift away. */
const quoteTip = async (
  deps: Deps,
  asked: Omit<Input, 'requestId' | 'loginCode'>,
  writer: Order['buyer'],
): Promise<Result<TipDetail, TipRefusal>> => {
  const [creator, verdict] = await Promise.all([
    tipPortsOf(deps).creators.get(asked.creatorId),
    checkWords(deps, asked, writer),
  ])
  if (verdict === 'hidden') return err({ code: 'MESSAGE_REFUSED' })
  return newTip(creator, asked, verdict === 'unknown' ? 'unchecked' : verdict)
}
