import {
  type ErrandEventRefusal,
  type ExtraPurpose,
  err,
  type errandContract,
  type Fen,
  goodsMissingFen,
  maxExtras,
  type OrderRefusal,
  ok,
  type ParsedOf,
  type PlacedOrder,
  type Refusal,
  type Result,
  tariff,
  tipsFen,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import { digestOf } from '../../digest.ts'
import type { Call } from '../../serve/call.ts'
import { placePayment } from '../order/place-payment.ts'
import { buyersTask, type Task } from './own-task.ts'

type Input<A extends 'addTip' | 'payGoods'> = ParsedOf<typeof errandContract, A>
type ToPay = ReturnType<typeof extra>['value']
type TipTooHigh = { readonly code: 'TIP_TOO_HIGH'; readonly mostFen: number }
type Answer<R extends Refusal = never> = Promise<
  Result<PlacedOrder, OrderRefusal | ErrandEventRefusal | R | { readonly code: 'NOT_FOUND' }>
>

/** More tip, while nobody has taken the task. */
export const addTip = async (deps: Deps, input: Input<'addTip'>, call: Call): Answer<TipTooHigh> => {
  const { requestId, orderNo, tipFen } = input
  const found = await buyersTask(deps, call.caller.openid, orderNo)
  if (!found.ok) return found
  const { detail } = found.value
  const mostFen = tariff.mostTipFen - tipsFen(detail)
  const toPay: Result<ToPay, TipTooHigh | NotNow> =
    detail.task !== 'open' || detail.extras.length >= maxExtras
      ? notNow(detail.task)
      : tipFen > mostFen
        ? err({ code: 'TIP_TOO_HIGH', mostFen })
        : extra(found.value, 'tip', tipFen, '加小费')
  const requestDigest = digestOf({ errandExtra: orderNo, tipFen })
  return placePayment(deps, { requestId, requestDigest }, toPay, call)
}

/** The difference that the runner asked for. How much it is, is the server's to say. */
export const payGoods = async (deps: Deps, { requestId, orderNo }: Input<'payGoods'>, call: Call): Answer => {
  const found = await buyersTask(deps, call.caller.openid, orderNo)
  if (!found.ok) return found
  const missingFen = goodsMissingFen(found.value.detail)
  const toPay =
    missingFen === 0 ? notNow(found.value.detail.task) : extra(found.value, 'goods', missingFen, '商品补差价')
  const requestDigest = digestOf({ errandExtra: orderNo, purpose: 'goods' })
  return placePayment(deps, { requestId, requestDigest }, toPay, call)
}

type NotNow = Extract<ErrandEventRefusal, { code: 'TASK_NOT_NOW' }>

const notNow = (task: NotNow['task']) => err({ code: 'TASK_NOT_NOW', task })

const extra = ({ orderNo: of, detail }: Task, purpose: ExtraPurpose, amountFen: Fen, title: string) =>
  ok({
    detail: { vertical: 'errandExtra', of, purpose, amountFen, extra: 'none' } as const,
    totalFen: amountFen,
    titles: [`${title}：${detail.what}`],
  })
