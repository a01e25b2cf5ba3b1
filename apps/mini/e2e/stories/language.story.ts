import { describe } from 'vitest'
import { inAWorld, story } from '../story.ts'

describe('the app', () => {
  inAWorld()

  story('speaks English from now on to whoever chooses it, and Chinese again', async (world) => {
    const anna = await world.phone('anna')
    await anna.open('/pages/me/index')
    await anna.sees('我的订单')
    await anna.tap('English')
    await anna.sees('My orders')
    await anna.open('/pages/orders/index')
    await anna.sees('No orders yet')
    await anna.seesNo('还没有订单')
    await anna.open('/pages/me/index')
    await anna.tap('简体中文')
    await anna.sees('我的订单')
  })

  story('speaks English to a phone that does', async (world) => {
    const ben = await world.phone('ben', { locale: 'en-GB' })
    await ben.open('/pages/orders/index')
    await ben.sees('No orders yet')
  })
})
