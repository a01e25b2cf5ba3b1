import type { Order, TipDetail } from '@pay/core'
import { envKey } from '@pay/emulator/xpay-book'
import { chargeOf } from '../world/charges.ts'
import type { World } from '../world/world.ts'
import type { Checker } from './checker.ts'

export const tips: Checker = {
  name: 'tips',
  promise:
    'What was given is on the board, to the fen; what went back is not; coins are spent once, or are the giver’s',
  check: (world, found) => {
    for (const order of world.orders.values())
      if (order.detail.vertical === 'tip') wrongTip(world, order as Order<TipDetail>, found)
  },
}

const wrongTip = (
  world: World,
  { orderNo, detail, paidBy, buyer }: Order<TipDetail>,
  found: (what: string) => void,
) => {
  const shown = world.tips.get(orderNo)
  const there = paidBy === undefined ? undefined : world.xpay.book.orders.get(envKey(0, paidBy))
  const given = detail.progress === 'given'
  if (given && there?.paidAtMs === undefined) found(`${orderNo} counts as given, and nobody paid`)
  const countsFen = given ? (there?.leftFee ?? 0) : 0
  if ((shown?.countedFen ?? 0) !== countsFen)
    found(`${orderNo} counts ${shown?.countedFen ?? 'nothing'} on the board, WeChat has ${countsFen} fen of it`)
  if (given && countsFen === 0) found(`${orderNo} is given, and all of it went back`)
  if (shown !== undefined && shown.owner !== buyer) found(`${orderNo} is on the board as somebody else’s`)
  if (detail.messageCheck !== 'passed' && (shown?.message !== undefined || shown?.name !== undefined))
    found(`${orderNo}: words are shown that are ${detail.messageCheck}`)
  if (detail.anonymous && shown?.name !== undefined) found(`${orderNo}: an anonymous giver is named`)

  if (given && detail.sale.kind === 'goods' && there?.provideAtMs === undefined)
    found(`${orderNo}: WeChat was never told that it is delivered`)
  if (detail.sale.kind === 'coins' && paidBy !== undefined) {
    const spent = world.xpay.book.moves.get(envKey(0, `${paidBy}c`))
    const net = spent === undefined ? 0 : spent.amount - spent.returned
    const owed = given ? detail.sale.coins : 0
    if (net !== owed) found(`${orderNo}: ${net} coins are spent, it is worth ${owed}`)
  }

  const charge = paidBy === undefined ? undefined : chargeOf(world, paidBy)
  let byHand = 0
  for (const { refundFee, byHand: hand } of charge?.refunds ?? []) if (hand === true) byHand += refundFee
  const known = (detail.takenBackBy ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0)
  if (known !== byHand) found(`${orderNo}: ${byHand} fen went back by hand, the order knows of ${known}`)
}
