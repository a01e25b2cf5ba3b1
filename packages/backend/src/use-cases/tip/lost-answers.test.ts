import { fen, type TipView } from '@pay/core'
import { describe, expect, it } from 'vitest'
import { PortError } from '../../ports/port-error.ts'
import { type Fate, withFates } from '../../testing/lose-answers.ts'
import { buyer, requestId } from '../../testing/memory-world.ts'
import { tipWorld } from '../../testing/tip/tip-world.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { orderHandlers } from '../order/order-handlers.ts'
import { ownerActs } from '../owner/common-owner-handlers.ts'
import { tipHandlers } from './tip-handlers.ts'

const minute = 60_000

/**
 * The whole life of a tip: placed, paid, thanked for, given back. One call of a port on the way fails or loses its answer;
 * a person tries again as people do, the timer does the rest.
 */
const live = async (amountFen: number, fateOf: (call: number) => Fate) => {
  let calls = 0
  const names: string[] = []
  const world = await tipWorld((port, name) =>
    withFates(port, name, (call) => {
      names.push(call)
      return fateOf(calls++)
    }),
  )
  const { deps, xpay } = world
  const clean = async () => {
    world.pass(2 * minute)
    await keepHouse(deps, Number.MAX_VALUE)
  }

  const placed = await again(async () => {
    const asked = { creatorId: 'potter', message: '好看', giverName: '阿宁', anonymous: false }
    const input = { ...asked, requestId: requestId('life'), amountFen: fen(amountFen), loginCode: xpay.login(buyer) }
    const answer = await tipHandlers(deps).placeOrder(input, world.call())
    return answer.ok && answer.value.payment !== undefined ? answer.value : undefined
  })
  const { orderNo } = placed.order
  expect(xpay.open(buyer, placed.payment)).toBe(0)
  xpay.pay(`${orderNo}-1`)
  const given = await again(async () => {
    await clean()
    const answer = await orderHandlers(deps).refresh({ orderNo }, world.call())
    return answer.ok && answer.value.state === 'completed' ? answer.value : undefined
  })
  expect((given.detail as TipView).thanks).toBeDefined()
  for (let n = 0; n < 3; n++) await clean()
  const before = await again(() => deps.tip.board.totals('potter'))

  await again(async () => {
    const act = () => ({ kind: 'tip.giveBack' }) as const
    return (await ownerActs(deps, orderNo, act, Number.MAX_VALUE)).ok ? true : undefined
  })
  for (let n = 0; n < 6; n++) await clean()
  xpay.endRefunds()
  // WeChat is asked about every signed payment; what could not be asked, an hour later.
  for (let n = 0; n < 4; n++) {
    world.pass(90 * minute)
    await clean()
  }
  const end = await again(() => deps.orders.get(orderNo))
  const after = await again(() => deps.tip.board.totals('potter'))
  const incidents = (await deps.incidents.open({ limit: 9 })).items
  return { names, before, after, end, incidents, left: xpay.orders.get(`${orderNo}-1`)?.left, coins: xpay.coins(buyer) }
}

/** What throws or does not come is tried again. */
const again = async <T>(act: () => Promise<T | undefined>): Promise<T> => {
  for (let n = 0; n < 6; n++) {
    try {
      const answer = await act()
      if (answer !== undefined) return answer
    } catch (error) {
      if (!(error instanceof PortError)) throw error
    }
  }
  throw new Error('does not come')
}

describe.each([
  ['a virtual good', 500],
  ['coins', 1234],
])('a tip in %s', (_, amountFen) => {
  it('ends where it would have ended, whichever call fails or loses its answer', { timeout: 60_000 }, async () => {
    const plain = await live(amountFen, () => 'done')
    expect(plain.names.length).toBeGreaterThan(40)
    for (let at = 0; at < plain.names.length; at++)
      for (const fate of ['failed', 'lost'] as const) {
        const ended = await live(amountFen, (call) => (call === at ? fate : 'done'))
        const where = `${fate} ${plain.names[at]} (${at})`
        expect({ where, ...ended.before }).toEqual({ where, totalFen: amountFen, tips: 1 })
        expect({ where, ...ended.after }).toEqual({ where, totalFen: 0, tips: 0 })
        expect({ where, state: ended.end.state, refunds: ended.end.refunds.length }).toEqual({
          where,
          state: 'refunded',
          refunds: 1,
        })
        expect({ where, left: ended.left, coins: ended.coins, incidents: ended.incidents }).toEqual({
          where,
          left: 0,
          coins: 0,
          incidents: [],
        })
      }
  })
})
