import type { FunctionName } from '../../world/functions.ts'
import type { World } from '../../world/world.ts'
import { commonOwnerInputs, orderInputs } from './common.ts'
import { errandInputs, errandOwnerInputs } from './errand.ts'
import type { GoodInputs } from './good-input.ts'
import { payNotices, virtualPayNotices } from './notices.ts'
import { shopInputs, shopOwnerInputs } from './shop.ts'
import { tipInputs, tipOwnerInputs } from './tip.ts'

/** Right inputs for every action of every function. */
export const goodInputs = (world: World): Readonly<Record<FunctionName, GoodInputs>> => {
  const victim = { orderNo: [...world.orders.keys()][0] ?? 'A'.repeat(26), mchid: world.mchid }
  return {
    shop: shopInputs(victim),
    errand: errandInputs(victim),
    tip: tipInputs(victim),
    order: orderInputs(victim),
    owner: {
      ...commonOwnerInputs(victim),
      ...shopOwnerInputs(victim),
      ...errandOwnerInputs(victim),
      ...tipOwnerInputs(victim),
    },
    'pay-notice': payNotices(victim),
    'virtual-pay-notice': virtualPayNotices(victim),
    housekeeping: { timer: {} },
  }
}

/** Those that are called with an action; the others take the event as it is. */
export const hasActions = (name: FunctionName): boolean =>
  name !== 'pay-notice' && name !== 'virtual-pay-notice' && name !== 'housekeeping'
