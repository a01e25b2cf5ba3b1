import { type Book, keyOf } from './book.ts'
import { prepayId } from './ids.ts'
import { merchantRefusal } from './merchant.ts'
import { tradeState } from './trade-state.ts'
import { type Outcome, type PlaceRequest, refuse, type Trade } from './types.ts'

/** A prepay id opens the cashier this long, whatever time_expire says. */
export const prepayLifeMs = 2 * 3_600_000
/** https://pay.weixin.qq.com/doc/v2/partner/4011941200 and the unifiedOrder page of cloud development. */
export const shortestExpiryMs = 60_000
export const outTradeNoPattern = /^[0-9A-Za-z_\-|*@]{6,32}$/

/**
 * Orders a payment. The same request again gets the same prepay id (a new one once that is older than two hours); the
 * same number with anything else changed is refused. Nonce and client address may differ; leave them out of `rest`.
 */
export const placeTrade = (
  book: Book,
  request: PlaceRequest,
  nowMs: number,
): Outcome<{ readonly trade: Trade; readonly again: boolean }> => {
  const refusal =
    merchantRefusal(book, request.mchid, 'jsapi', request.appid) ?? amountRefusal(request) ?? numberRefusal(request)
  if (refusal !== undefined) return refusal

  const key = keyOf(request.mchid, request.outTradeNo)
  const known = book.trades.get(key)
  if (known !== undefined) return placeAgain(book, known, request, nowMs)

  if (request.timeExpireMs !== undefined && request.timeExpireMs - nowMs < shortestExpiryMs)
    return refuse('INVALID_REQUEST', 'time_expire时间过短，须大于1分钟')

  const { rest: _, profitSharing = false, feeType = 'CNY', tradeType = 'JSAPI', ...kept } = request
  const trade: Trade = {
    ...kept,
    feeType,
    tradeType,
    profitSharing,
    createdAtMs: nowMs,
    ordered: request,
    prepayId: prepayId(nowMs, ++book.serial),
    prepayAtMs: nowMs,
    refunds: [],
  }
  book.trades.set(key, trade)
  book.byPrepayId.set(trade.prepayId, trade)
  return { ok: true, trade, again: false }
}

const placeAgain = (book: Book, trade: Trade, request: PlaceRequest, nowMs: number) => {
  const state = tradeState(trade, nowMs)
  if (state === 'SUCCESS' || state === 'REFUND') return refuse('ORDERPAID', '该订单已支付')
  if (state === 'CLOSED') return refuse('ORDERCLOSED', '该订单已关闭')
  if (fingerprint(request) !== fingerprint(trade.ordered)) return refuse('OUT_TRADE_NO_USED', '201 商户订单号重复')
  if (trade.timeExpireMs !== undefined && trade.timeExpireMs <= nowMs) return refuse('INVALID_REQUEST', '该订单已失效')
  if (nowMs - trade.prepayAtMs >= prepayLifeMs) {
    trade.prepayId = prepayId(nowMs, ++book.serial)
    trade.prepayAtMs = nowMs
    book.byPrepayId.set(trade.prepayId, trade)
  }
  return { ok: true, trade, again: true } as const
}

const fingerprint = (request: PlaceRequest) =>
  JSON.stringify([
    request.appid,
    request.openid,
    request.totalFee,
    request.body,
    request.feeType ?? 'CNY',
    request.attach ?? '',
    request.deviceInfo ?? '',
    request.tradeType ?? 'JSAPI',
    request.notifyTo ?? '',
    request.profitSharing ?? false,
    request.timeExpireMs ?? 0,
    request.rest ?? '',
  ])

const amountRefusal = ({ totalFee }: PlaceRequest) =>
  Number.isSafeInteger(totalFee) && totalFee >= 1 ? undefined : refuse('PARAM_ERROR', 'total_fee参数格式错误')

const numberRefusal = ({ outTradeNo }: PlaceRequest) =>
  outTradeNoPattern.test(outTradeNo) ? undefined : refuse('PARAM_ERROR', 'out_trade_no参数格式错误')
