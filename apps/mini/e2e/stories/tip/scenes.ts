import { type Scenes, scene } from '../../gallery/scene.ts'
import { givenTip, placeTip } from './behind.ts'

/** The pages of tipping, and the common pages with a tip. */
export const scenes: Scenes = async (world) => {
  const { weChat } = world
  const given = await givenTip(world, 'anna', { giverName: '小安' })
  await givenTip(world, 'ben', {
    amountFen: 2_000,
    giverName: '很长很长很长的一个署名到二十个字为止',
    message: '字'.repeat(50),
  })
  await givenTip(world, 'cara', { amountFen: 100, anonymous: true, message: '' })
  await givenTip(world, 'dora', { giverName: '朵拉', message: 'emulator-review 这句要看一眼' })
  await placeTip(world, 'anna')
  await weChat.ask('owner', 'owner', 'putCreator', { ...author, open: false })
  return [
    scene('tip home', 'loaded', '/tip/pages/home/index', '陶艺人小周'),
    scene('tip home', 'error', '/tip/pages/home/index', '重试', { offline: true }),
    scene('tip creator', 'loaded', creator('xiaozhou'), '感谢榜'),
    scene('tip creator', 'custom', creator('xiaozhou'), /请输入/, {
      act: async (phone) => {
        await phone.tap('其他金额')
        await phone.type('其他金额', '0.5')
      },
    }),
    scene('tip creator', 'empty', creator('laochen'), '还没有人赞赏，来做第一个。'),
    scene('tip creator', 'closed', creator('author'), '暂未开放赞赏'),
    scene('tip creator', 'gone', creator('nobody'), '没有找到这位创作者'),
    scene('tip creator', 'error', creator('xiaozhou'), '重试', { offline: true }),
    scene('tip mine', 'loaded', '/tip/pages/mine/index', '赞赏 陶艺人小周'),
    scene('tip mine', 'empty', '/tip/pages/mine/index', '还没有赞赏过', { user: 'nobody' }),
    scene('tip mine', 'error', '/tip/pages/mine/index', '重试', { offline: true }),
    scene('order', 'tip', `/pages/order/index?orderNo=${given}`, '对方的感谢'),
    scene('result', 'tip', `/pages/result/index?orderNo=${given}`, '支付成功'),
    scene('tip owner', 'creators', '/tip/pages/owner/index', '添加创作者', {
      user: 'owner',
      act: (phone) => phone.tap(/^创作者$/),
    }),
    scene('tip give-back', 'loaded', `/tip/pages/give-back/index?orderNo=${given}`, /苹果手机/, { user: 'owner' }),
    scene('tip owner', 'loaded', '/tip/pages/owner/index', '不展示', { user: 'owner' }),
  ]
}

const author = {
  creatorId: 'author',
  name: '写了三十年江南草木与节气的作者沈先生和他的女儿',
  avatar: '',
  intro:
    '每天清晨写一段，记下院子里什么花开了、什么鸟来了、邻居家的孩子又长高了多少；三十年不曾间断，今年开始由女儿配画。',
  thanks: '谢谢。',
  pointsFen: [100, 200],
}

const creator = (creatorId: string) => `/tip/pages/creator/index?creatorId=${creatorId}`
