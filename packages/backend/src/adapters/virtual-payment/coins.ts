import type { OpenId, OutTradeNo } from '@pay/core'
import type { BalanceAnswer, CoinOrder, DoneAnswer } from '../../ports/virtual-payment.ts'
import type { Said } from './send-json.ts'
import { isUnheardOf, type LoginNeeded, type XpayCall } from './xpay-call.ts'

/** The payment's own number, marked: WeChat knows by it that these coins are spent. */
export const coinOrderIdOf = (outTradeNo: OutTradeNo): string => `${outTradeNo}c`
const coinReturnIdOf = (outTradeNo: OutTradeNo): string => `${outTradeNo}r`

const repeated = 268490004
const returnedBefore = 268490005
const notEnough = 268490006

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_currency_pay.html */
export const spendCoins = async (call: XpayCall, order: CoinOrder): Promise<DoneAnswer> =>
  doneOf(await spending(call, order), (errcode) => errcode === repeated)

const spending = (call: XpayCall, order: CoinOrder) => {
  const { outTradeNo, payer, clientIp, coins } = order
  const payitem = JSON.stringify([{ productid: 'tip', unit_price: coins, quantity: 1 }])
  return call(
    'currency_pay',
    {
      openid: payer,
      user_ip: clientIp,
      amount: coins,
      order_id: coinOrderIdOf(outTradeNo),
      payitem,
      remark: order.orderNo,
    },
    payer,
  )
}

/**
 * Of coins that were never spent the number is used up first: a spending that is still on its way would find it free, and
 * the coins gone that the refund needs.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_cancel_currency_pay.html
 */
export const returnCoins = async (call: XpayCall, order: CoinOrder): Promise<DoneAnswer> => {
  const said = await cancelSpending(call, order)
  if (said.kind !== 'refused' || !isUnheardOf(said)) return doneOf(said, isReturnedBefore)
  const usedUp = doneOf(await spending(call, order), (errcode) => errcode === repeated || errcode === notEnough)
  if (usedUp.kind !== 'done') return usedUp
  const again = await cancelSpending(call, order)
  // The refund took the coins already: who still wants to spend them is told that they are gone.
  if (again.kind === 'refused' && isUnheardOf(again)) return { kind: 'done' }
  return doneOf(again, isReturnedBefore)
}

const isReturnedBefore = (errcode: number): boolean => errcode === repeated || errcode === returnedBefore

const cancelSpending = (call: XpayCall, order: CoinOrder) => {
  const { outTradeNo, payer, clientIp, coins } = order
  return call(
    'cancel_currency_pay',
    {
      openid: payer,
      user_ip: clientIp,
      pay_order_id: coinOrderIdOf(outTradeNo),
      order_id: coinReturnIdOf(outTradeNo),
      amount: coins,
    },
    payer,
  )
}

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_user_balance.html */
export const coinsOf = async (call: XpayCall, user: OpenId, clientIp: string): Promise<BalanceAnswer> => {
  const said = await call('query_user_balance', { openid: user, user_ip: clientIp }, user)
  if (said.kind === 'loginNeeded' || said.kind === 'unknown') return said
  const balance = said.kind === 'done' ? said.answer.balance : undefined
  if (typeof balance === 'number' && Number.isSafeInteger(balance) && balance >= 0)
    return { kind: 'coins', coins: balance }
  return { kind: 'unknown', reason: said.kind === 'refused' ? said.reason : 'the answer has no balance' }
}

const doneOf = (said: Said | LoginNeeded, isDoneBefore: (errcode: number) => boolean): DoneAnswer => {
  if (said.kind === 'loginNeeded' || said.kind === 'unknown') return said
  if (said.kind === 'done' || isDoneBefore(said.errcode)) return { kind: 'done' }
  return { kind: 'refused', reason: said.reason }
}
