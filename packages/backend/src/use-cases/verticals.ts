import type { Order, Refusal, Result, VerticalEffect, VerticalName } from '@pay/core'
import type { Deps } from '../deps.ts'
import { errandExtraVertical, errandVertical } from './errand/errand-vertical.ts'
import type { EffectRunner } from './order/effect-runner.ts'
import { shopVertical } from './shop/shop-vertical.ts'
import { tipVertical } from './tip/tip-vertical.ts'
import type { Moments, ServerVertical } from './vertical.ts'

/** The registry: one line per vertical, the same names as in core. */
const serverVerticals = {
  shop: shopVertical,
  errand: errandVertical,
  errandExtra: errandExtraVertical,
  tip: tipVertical,
} as const satisfies Record<VerticalName, ServerVertical>

export const holdFor = (deps: Deps, order: Order): Promise<Result<undefined, Refusal>> => {
  const vertical: ServerVertical = serverVerticals[order.detail.vertical]
  return vertical.hold(deps, order)
}

export const verticalMoments: Moments = Object.assign(
  {},
  ...Object.values<ServerVertical>(serverVerticals).map(({ moments }) => moments),
)

/** A vertical's effect without a runner, or a runner without an effect, does not compile. */
export const verticalEffects: { readonly [K in VerticalEffect['kind']]: EffectRunner<K> } = {
  ...shopVertical.effects,
  ...errandVertical.effects,
  ...errandExtraVertical.effects,
  ...tipVertical.effects,
}
