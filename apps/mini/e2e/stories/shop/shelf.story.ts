import { describe, expect } from 'vitest'
import { inAWorld, story } from '../../story.ts'
import type { World } from '../../world/world.ts'
import { sellFlutes } from './behind.ts'

interface Shown {
  readonly items: readonly { readonly title: string }[]
}

const featured = async ({ weChat }: World) => {
  const { items } = await weChat.ask<Shown>('anna', 'shop', 'listGoods', { featured: true })
  return items.map(({ title }) => title)
}

describe('a shelf of more than a page', () => {
  inAWorld()

  story('has its owner choose what the banner shows, and its buyer taps through', async (world) => {
    await sellFlutes(world, 10)
    const owner = await world.phone('owner')
    await owner.open('/shop/pages/stock/index')
    for (const title of ['素烧花器', '椴树蜂蜜', '桂花米糕']) {
      await owner.tap('取消推荐', title)
      await expect.poll(() => featured(world), { timeout: 15_000 }).not.toContain(title)
    }
    await owner.toEnd()
    await owner.tap('设为推荐', '竹笛 10 号')
    await expect.poll(() => featured(world), { timeout: 15_000 }).toEqual(['竹笛 10 号'])

    // Among the goods below it is a page away: what she sees of it is the banner.
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/home/index')
    await anna.tap('竹笛 10 号')
    await anna.sees('立即购买')
    expect(await anna.route()).toContain('goodsId=flute-10')

    await owner.tap('取消推荐', '竹笛 10 号')
    await expect.poll(() => featured(world), { timeout: 15_000 }).toEqual([])
    await anna.open('/shop/pages/home/index')
    await anna.sees('青瓷杯')
    await anna.seesNo('竹笛 10 号')
  })

  story('names its categories before anybody has read that far', async (world) => {
    await sellFlutes(world, 10)
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/home/index?category=茶饮')
    await anna.sees('明前龙井')
    await anna.seesNo('青瓷杯')
    await anna.tap('乐器')
    await anna.sees('竹笛 10 号')
    await anna.seesNo('明前龙井')
    await anna.tap('家居')
    await anna.sees('大豆香薰蜡烛')
  })
})
