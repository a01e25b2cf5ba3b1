import {
  type CommonRefusal,
  cancelTerms,
  type ErrandEvent,
  type ErrandEventRefusal,
  type errandContract,
  type OrderNo,
  type OrderRefusal,
  type OrderView,
  type ParsedOf,
  type Result,
  type TextRefusal,
} from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { actOnOrder } from '../order/act-on-order.ts'
import { pictureTrouble } from '../order/own-pictures.ts'
import { textTrouble } from '../order/text-trouble.ts'
import { buyersTask } from './own-task.ts'

type Input<A extends keyof (typeof errandContract)['actions']> = ParsedOf<typeof errandContract, A>
type Refused = ErrandEventRefusal | OrderRefusal
type Answer = Promise<Result<OrderView, Refused>>

/** What cancelling would cost at this moment. */
export const previewCancel = async (deps: Deps, { orderNo }: Input<'cancelPreview'>, { caller }: Call) => {
  const task = await buyersTask(deps, caller.openid, orderNo)
  return task.ok ? cancelTerms(task.value, deps.clock.nowMs()) : task
}

export const cancelErrand = (deps: Deps, { orderNo, toldFen }: Input<'cancel'>, call: Call): Answer =>
  act(deps, orderNo, { kind: 'errand.cancel', toldFen }, call)

export const confirmErrand = (deps: Deps, { orderNo }: Input<'confirm'>, call: Call): Answer =>
  act(deps, orderNo, { kind: 'errand.confirm' }, call)

export const disputeErrand = async (
  deps: Deps,
  { orderNo, why, pictures }: Input<'dispute'>,
  call: Call,
): Promise<Result<OrderView, Refused | CommonRefusal | TextRefusal>> =>
  pictureTrouble(deps, call.caller.openid, 'pictures', pictures) ??
  (await textTrouble(deps, call.caller.openid, { field: 'why', text: why, doubtful: 'take' })) ??
  (await act(deps, orderNo, { kind: 'errand.dispute', by: 'buyer', why, pictures }, call))

export const rateRunner = async (
  deps: Deps,
  { orderNo, stars, words }: Input<'rateRunner'>,
  call: Call,
): Promise<Result<OrderView, Refused | TextRefusal>> =>
  (await textTrouble(deps, call.caller.openid, { field: 'words', text: words, doubtful: 'refuse' })) ??
  (await act(deps, orderNo, { kind: 'errand.rate', by: 'buyer', stars, words }, call))

const act = async (deps: Deps, orderNo: OrderNo, event: ErrandEvent, { caller, untilMs }: Call): Answer => {
  const task = await buyersTask(deps, caller.openid, orderNo)
  return task.ok ? await actOnOrder<Refused>(deps, task.value, event, 'buyer', untilMs) : task
}
