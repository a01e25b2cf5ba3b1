import { newRequestId } from '@pay/client'
import type { Placed } from '../../world/we-chat.ts'
import type { World } from '../../world/world.ts'

/** A tip that is paid and has arrived; its order number. */
export const givenTip = async ({ weChat }: World, user: string, tip: object = {}): Promise<string> => {
  const placed = await placeTip({ weChat }, user, tip)
  await weChat.pay(user, placed)
  return placed.order.orderNo
}

export const placeTip = async ({ weChat }: Pick<World, 'weChat'>, user: string, tip: object = {}): Promise<Placed> => {
  const { code } = await weChat.login(user)
  return weChat.ask<Placed>(user, 'tip', 'placeOrder', {
    requestId: newRequestId(Date.now(), Math.random),
    creatorId: 'xiaozhou',
    amountFen: 500,
    message: '釉色真好看',
    giverName: user,
    loginCode: code,
    ...tip,
  })
}
