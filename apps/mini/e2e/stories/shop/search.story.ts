import { describe } from 'vitest'
import { inAWorld, story } from '../../story.ts'

describe('the shop', () => {
  inAWorld()

  story('is looked through by category', async (world) => {
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/home/index')
    await anna.tap('茶饮')
    await anna.sees('明前龙井')
    await anna.seesNo('青瓷杯')
    await anna.tap(/^全部$/)
    await anna.sees('青瓷杯')
  })

  story('is searched by words, and shows everything again once they are gone', async (world) => {
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/home/index')
    await anna.sees('青瓷杯')
    await anna.search('搜索商品', '龙井')
    await anna.seesNo('青瓷杯')
    await anna.sees('明前龙井')
    await anna.search('搜索商品', '飞船')
    await anna.sees('没有找到相关商品')
    await anna.type('搜索商品', '')
    await anna.sees('青瓷杯')
  })

  story('says what is sold out before anybody wants to pay it', async (world) => {
    const anna = await world.phone('anna')
    await anna.open('/shop/pages/goods/index?goodsId=candle')
    await anna.sees('已售罄')
    await anna.seesNo('立即购买')
    await anna.open('/shop/pages/goods/index?goodsId=nothing')
    await anna.sees('商品不存在或已下架')
    await anna.tap('全部商品')
    await anna.sees('青瓷杯')
  })
})
