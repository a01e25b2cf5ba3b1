import { describe } from 'vitest'
import { inAWorld, story } from '../../story.ts'

describe('the owner', () => {
  inAWorld()

  story('adds a creator, whom fans find at once, and closes the page again', async (world) => {
    const owner = await world.phone('owner')
    await owner.open('/tip/pages/owner/index')
    await owner.tap(/^创作者$/)
    await owner.tap('添加创作者')
    await owner.type('名字', '写作者阿林', '新的创作者')
    await owner.type('简介', '每天清晨写一段。', '写作者阿林')
    await owner.type('感谢语', '谢谢你读到这里。', '写作者阿林')
    await owner.tap('¥5.00', '写作者阿林')
    await owner.tap('保存', '写作者阿林')
    await owner.sees('已保存')
    const anna = await world.phone('anna')
    await anna.open('/tip/pages/home/index')
    await anna.tap('写作者阿林')
    await anna.sees('还没有人赞赏，来做第一个。')
    await anna.sees('¥5.00')
    await anna.seesNo('¥2.00')
    await owner.tap('暂停赞赏', '写作者阿林')
    await owner.tap('保存', '写作者阿林')
    await owner.sees('已保存')
    await anna.tap('¥5.00')
    await anna.tap('赞赏 ¥5.00')
    await anna.sees('对方暂未开放赞赏。')
  })
})
