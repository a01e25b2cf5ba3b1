import { ok, type orderContract } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { HandlersOf } from '../../serve/serve.ts'
import { cancelOrder } from './cancel-order.ts'
import { getOrder } from './get-order.ts'
import { listOrders } from './list-orders.ts'
import { messageMoments } from './message-moments.ts'
import { uploadFolder } from './own-pictures.ts'
import { payOrder } from './pay-order.ts'
import { refreshOrder } from './refresh-order.ts'

/** The function `order`: what all verticals share. */
export const orderHandlers = (deps: Deps): HandlersOf<typeof orderContract> => ({
  list: (input, call) => listOrders(deps, input, call),
  get: (input, call) => getOrder(deps, input, call),
  refresh: (input, call) => refreshOrder(deps, input, call),
  pay: (input, call) => payOrder(deps, input, call),
  cancel: (input, call) => cancelOrder(deps, input, call),
  messages: async () => ok(messageMoments(deps)),
  uploads: async (_, { caller }) => ok({ folder: uploadFolder(caller.openid) }),
})
