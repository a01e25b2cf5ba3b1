import type { Order } from '@pay/core'
import type { CoinOrder, DoneAnswer } from '../../ports/virtual-payment.ts'
import type { EffectOutcome, EffectRunner } from '../order/effect-runner.ts'
import { paidAttemptOf, tipOf } from './tip-order.ts'
import { tipPortsOf } from './tip-ports.ts'

/** Tells WeChat that the good is delivered. Its notice says so too when we acknowledge it; but notices get lost. */
export const provideTip: EffectRunner<'tip.provide'> = async (deps, order) => {
  const attempt = paidAttemptOf(order)
  if (attempt === undefined) return { kind: 'done' }
  return outcomeOf(await tipPortsOf(deps).virtualPayment.provide(attempt.outTradeNo), { kind: 'done' })
}

/** Spends the payer's coins, under a number of the payment: what was spent by an earlier try is not spent again. */
export const spendCoins: EffectRunner<'tip.spendCoins'> = async (deps, order, { coins }) => {
  const asked = coinOrderOf(order, coins)
  if (asked === undefined || tipOf(order).progress !== 'toSpend') return { kind: 'done' }
  const answer = await tipPortsOf(deps).virtualPayment.spendCoins(asked)
  return outcomeOf(answer, { kind: 'done', events: [{ kind: 'tip.coinsSpent' }] })
}

export const returnCoins: EffectRunner<'tip.returnCoins'> = async (deps, order, { coins }) => {
  const asked = coinOrderOf(order, coins)
  if (asked === undefined) return { kind: 'done' }
  return outcomeOf(await tipPortsOf(deps).virtualPayment.returnCoins(asked), { kind: 'done' })
}

const coinOrderOf = (order: Order, coins: number): CoinOrder | undefined => {
  const attempt = paidAttemptOf(order)
  if (attempt === undefined) return undefined
  const { outTradeNo, prepay } = attempt
  return { outTradeNo, orderNo: order.orderNo, payer: order.buyer, clientIp: prepay.clientIp, coins }
}

const outcomeOf = (answer: DoneAnswer, done: EffectOutcome): EffectOutcome => {
  if (answer.kind === 'done') return done
  return { kind: 'later', reason: answer.kind === 'loginNeeded' ? 'the payer has to log in again' : answer.reason }
}
