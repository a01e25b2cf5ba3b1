import { beforeEach, describe, expect, it } from 'vitest'
import { buyer, stranger } from '../../testing/memory-world.ts'
import { askedTip, tipActs } from '../../testing/tip/tip-acts.ts'
import { type TipWorld, tipWorld } from '../../testing/tip/tip-world.ts'
import { orderHandlers } from '../order/order-handlers.ts'
import { tipHandlers } from './tip-handlers.ts'

const minute = 60_000

let world: TipWorld
beforeEach(async () => {
  world = await tipWorld()
})
const { refresh, give, giveBack, incidents } = tipActs(() => world)

describe('the login', () => {
  it('is asked for when no session is known, and nothing is lost', async () => {
    const { placeOrder } = tipHandlers(world.deps)
    expect(await placeOrder(askedTip('a'), world.call())).toEqual({ ok: false, refusal: { code: 'LOGIN_NEEDED' } })
    const again = await placeOrder({ ...askedTip('a'), loginCode: world.xpay.login(buyer) }, world.call())
    expect(again).toMatchObject({
      ok: true,
      value: { payment: { rail: 'virtualPayment', mode: 'short_series_goods' } },
    })
    // The first try of a retry used the code up: the session is there all the same.
    expect(await placeOrder({ ...askedTip('a'), loginCode: 'code-1-0000' }, world.call())).toMatchObject({ ok: true })
  })

  it('of somebody else does not sign', async () => {
    const stolen = world.xpay.login(stranger)
    const answer = await tipHandlers(world.deps).placeOrder({ ...askedTip('a'), loginCode: stolen }, world.call())
    expect(answer).toEqual({ ok: false, refusal: { code: 'LOGIN_NEEDED' } })
  })

  it('can be renewed when paying again; a number that was opened is not handed out twice', async () => {
    const { placeOrder } = tipHandlers(world.deps)
    const placed = await placeOrder({ ...askedTip('a'), loginCode: world.xpay.login(buyer) }, world.call())
    if (!placed.ok) throw new Error(placed.refusal.code)
    const { orderNo } = placed.value.order
    const loginCode = world.xpay.login(buyer)
    expect(world.xpay.open(buyer, placed.value.payment)).toBe(-15005)
    world.pass(minute)
    const again = await orderHandlers(world.deps).pay({ orderNo, loginCode }, world.call())
    if (!again.ok) throw new Error(again.refusal.code)
    expect(world.xpay.open(buyer, again.value.payment)).toBe(0)
    world.pass(minute)
    expect(await orderHandlers(world.deps).pay({ orderNo }, world.call())).toEqual({
      ok: false,
      refusal: { code: 'PLACE_AGAIN' },
    })
    world.xpay.pay(`${orderNo}-1`)
    const paid = await orderHandlers(world.deps).pay({ orderNo }, world.call())
    expect(paid).toMatchObject({ ok: true, value: { order: { state: 'completed' } } })
  })

  it('that was replaced elsewhere is noticed before the payer meets it', async () => {
    await give('a')
    world.xpay.login(buyer)
    world.pass(2 * minute)
    const answer = await tipHandlers(world.deps).placeOrder(askedTip('b'), world.call())
    expect(answer).toEqual({ ok: false, refusal: { code: 'LOGIN_NEEDED' } })
  })

  it('leaves no secret in any log', async () => {
    world.xpay.fail('jscode2session', 'after')
    const lost = { ...askedTip('a'), loginCode: world.xpay.login(buyer) }
    expect(await tipHandlers(world.deps).placeOrder(lost, world.call())).toMatchObject({ ok: false })
    world.xpay.fail('query_order', 'after')
    const { orderNo } = await give('a', 500)
    await refresh(orderNo)
    world.xpay.fail('refund_order', 'before')
    await giveBack(orderNo)
    const log = JSON.stringify(world.lines)
    expect(world.lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['login', 'effect']))
    for (const secret of ['session-', 'the app', 'token-', buyer]) expect(log).not.toContain(secret)
  })
})

describe('the token', () => {
  it('is fetched once for many calls, and once more when WeChat does not know it any longer', async () => {
    const tokens = () => world.xpay.requests.filter(({ url }) => url.includes('stable_token')).length
    await give('a')
    await give('b')
    expect(tokens()).toBe(1)
    world.xpay.voidTokens()
    await give('c')
    expect(tokens()).toBe(2)
    expect(await incidents()).toEqual([])
  })
})
