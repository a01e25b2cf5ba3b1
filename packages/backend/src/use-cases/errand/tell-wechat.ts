import type { ErrandDetail, Order } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { EffectOutcome, EffectRunner } from '../order/effect-runner.ts'

/** Tells WeChat that somebody is on his way with it: compulsory, and WeChat settles nothing before. */
export const uploadDelivery: EffectRunner<'errand.uploadDelivery'> = (deps, order) =>
  upload(deps, order, `跑腿服务：${kinds[(order.detail as ErrandDetail).kind]}`)

/** The same for a further payment, once the task has it. */
export const uploadExtraDelivery: EffectRunner<'errandExtra.uploadDelivery'> = (deps, order) =>
  upload(deps, order, '跑腿服务：补款')

const upload = async (deps: Deps, order: Order, what: string): Promise<EffectOutcome> => {
  const attempt = order.attempts.find(({ outTradeNo }) => outTradeNo === order.paidBy)
  if (attempt?.paid === undefined) return { kind: 'done' }
  const answer = await deps.messages.uploadShipping({
    by: 'runner',
    transactionId: attempt.paid.transactionId,
    payer: order.buyer,
    parcels: [],
    complete: true,
    what,
    atMs: deps.clock.nowMs(),
  })
  return answer.kind === 'done' ? { kind: 'done' } : { kind: 'later', reason: answer.reason }
}

/** As the buyer reads it in WeChat. */
export const kinds: Readonly<Record<ErrandDetail['kind'], string>> = {
  fetch: '帮取',
  send: '帮送',
  buy: '帮买',
  do: '帮办',
}
