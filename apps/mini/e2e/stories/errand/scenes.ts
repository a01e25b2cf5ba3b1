import { type Scene, type Scenes, scene } from '../../gallery/scene.ts'
import type { Phone } from '../../world/phone.ts'
import type { World } from '../../world/world.ts'
import { appliedRunner, approvedRunner, deliverTask, openTask, takeTask } from './behind.ts'

const longWords =
  '请先到前台找李老师领取盖好章的三份合同原件和一把备用钥匙，核对每一页右下角的骑缝章是否清楚，用文件袋装好不要折叠；到了以后先打电话，不要按门铃，家里有小孩在睡觉。'

/** The errands' pages from both sides, and the common pages with an errand. */
export const scenes: Scenes = async (world) => {
  await appliedRunner(world, 'new-runner')
  const refusedRunner = await appliedRunner(world, 'refused-runner')
  const because = '电话打不通，请改成常用的号码后再申请。'
  await world.weChat.ask('owner', 'owner', 'auditRunner', { runnerNo: refusedRunner.runnerNo, move: 'refuse', because })
  await approvedRunner(world, 'bob')
  const tasks = await makeTasks(world)
  return [...publishing, ...running(tasks), ...managing(tasks), ...owning(tasks)]
}

interface Tasks {
  readonly open: string
  readonly taken: string
  readonly delivered: string
  readonly buy: string
  readonly disputed: string
  readonly settled: string
}

const makeTasks = async (world: World): Promise<Tasks> => {
  const { weChat } = world
  const delivered = async () => {
    const orderNo = await openTask(world, 'anna')
    await takeTask(world, 'bob', orderNo)
    await deliverTask(world, 'bob', 'anna', orderNo)
    return orderNo
  }
  const settled = await delivered()
  await weChat.ask('anna', 'errand', 'confirm', { orderNo: settled })
  await weChat.advance(25 * 3_600_000)
  await weChat.ask('bob', 'errand', 'withdraw', { requestId: 'withdrawal-of-bob', amountFen: 300 })
  const disputed = await delivered()
  await weChat.ask('anna', 'errand', 'dispute', { orderNo: disputed, why: '合同少了最后一页，联系跑腿员没有回复。' })
  const waiting = await delivered()
  const buy = await openTask(world, 'anna', { kind: 'buy', what: '两杯豆浆、一份生煎，豆浆不要糖', goodsFen: 3_000 })
  await takeTask(world, 'bob', buy)
  const taken = await openTask(world, 'anna', { what: longWords })
  await takeTask(world, 'bob', taken)
  const open = await openTask(world, 'anna', { what: longWords })
  await openTask(world, 'ben', { kind: 'buy', what: '退烧药一盒', goodsFen: 4_500 })
  return { open, taken, delivered: waiting, buy, disputed, settled }
}

const publish = '/errand/pages/publish/index'
const offline = { offline: true }

const fillInPlaces = async (phone: Phone) => {
  await phone.tap('文三路 90 号', '取货地点')
  await phone.type('联系人', '前台小李', '取货地点')
  await phone.type('联系电话', '13800000001', '取货地点')
  await phone.tap('武林广场 1 号', '送达地点')
  await phone.type('联系人', '小安', '送达地点')
  await phone.type('联系电话', '13800000002', '送达地点')
}

const toWhat = async (phone: Phone) => {
  await fillInPlaces(phone)
  await phone.tap('下一步')
  await phone.type('具体要求', longWords)
}

const toBuy = async (phone: Phone) => {
  await phone.tap('帮买')
  await phone.tap('武林广场 1 号', '送达地点')
  await phone.type('联系人', '小安', '送达地点')
  await phone.type('联系电话', '13800000002', '送达地点')
  await phone.tap('下一步')
  await phone.type('具体要求', '两杯豆浆、一份生煎，豆浆不要糖')
  await phone.type('商品预算', '30')
}

/** The price, which depends on the hour, and none of the tips that can be chosen. */
const quoted = /^¥(?!(2|5|10|20)\.00$)\d+\.\d\d$/

const publishing: readonly Scene[] = [
  scene('errand publish', 'empty', publish, '下一步'),
  scene('errand publish', 'faults', publish, '请选择位置，并填写联系人和正确的电话', {
    act: (phone) => phone.tap('下一步'),
  }),
  scene('errand publish', 'where', publish, '下一步', { act: fillInPlaces }),
  scene('errand publish', 'what', publish, quoted, { act: toWhat }),
  scene('errand publish', 'buy', publish, quoted, { act: toBuy }),
  scene('errand publish', 'loaded', publish, /立即下单 ¥/, {
    act: async (phone) => {
      await toWhat(phone)
      await phone.tap('下一步')
    },
  }),
]

const byBob = { user: 'bob' }
const task = (orderNo: string) => `/errand/pages/task/index?orderNo=${orderNo}`

const running = (tasks: Tasks): readonly Scene[] => [
  scene('errand run', 'apply', '/errand/pages/run/index', '提交申请', { user: 'nobody' }),
  scene('errand run', 'applied', '/errand/pages/run/index', '审核中，请耐心等待', { user: 'new-runner' }),
  scene('errand run', 'refused', '/errand/pages/run/index', '申请未通过', { user: 'refused-runner' }),
  scene('errand run', 'loaded', '/errand/pages/run/index', '去接单', byBob),
  scene('errand run', 'error', '/errand/pages/run/index', '重试', offline),
  scene('errand task', 'trouble', task(tasks.taken), /^原因$/, { ...byBob, act: (phone) => phone.tap('申诉') }),
  scene('errand hall', 'loaded', '/errand/pages/hall/index', '立即接单', byBob),
  scene('errand hall', 'error', '/errand/pages/hall/index', '重试', { ...byBob, ...offline }),
  scene('errand task', 'loaded', task(tasks.taken), '取货码（4 位数字）', byBob),
  scene('errand task', 'buy', task(tasks.buy), '已买好', byBob),
  scene('errand task', 'delivered', task(tasks.delivered), '已送达', byBob),
  scene('errand task', 'disputed', task(tasks.disputed), /申诉处理中/, byBob),
  scene('errand task', 'error', task(tasks.taken), '重试', { ...byBob, ...offline }),
  scene('errand earnings', 'loaded', '/errand/pages/earnings/index', '收入明细', byBob),
  scene('errand earnings', 'empty', '/errand/pages/earnings/index', '可提现', { user: 'new-runner' }),
]

const manage = (orderNo: string) => `/errand/pages/manage/index?orderNo=${orderNo}`

const managing = (tasks: Tasks): readonly Scene[] => [
  scene('errand manage', 'loaded', manage(tasks.taken), '取货码'),
  scene('errand manage', 'open', manage(tasks.open), '取消任务'),
  scene('errand manage', 'cancel', manage(tasks.open), '取消这个任务？', { act: (phone) => phone.tap('取消任务') }),
  scene('errand manage', 'delivered', manage(tasks.delivered), '确认完成'),
  scene('errand manage', 'settled', manage(tasks.settled), /已完成/),
  scene('errand manage', 'disputed', manage(tasks.disputed), /申诉处理中/),
  scene('errand manage', 'error', manage(tasks.taken), '重试', offline),
  scene('order', 'errand', `/pages/order/index?orderNo=${tasks.taken}`, '任务详情'),
]

const owner = '/errand/pages/owner/index'
const byOwner = { user: 'owner' }

const owning = (tasks: Tasks): readonly Scene[] => [
  scene('errand give-back', 'loaded', `/errand/pages/give-back/index?orderNo=${tasks.settled}`, '确认退款', byOwner),
  scene('errand owner', 'loaded', owner, 'new-runner', byOwner),
  scene('errand owner', 'disputes', owner, '按此处理', { ...byOwner, act: (phone) => phone.tap('申诉') }),
  scene('errand owner', 'payouts', owner, '已转账', { ...byOwner, act: (phone) => phone.tap('提现') }),
  scene('errand owner', 'empty', owner, '这里还没有跑腿员', { ...byOwner, act: (phone) => phone.tap('已暂停') }),
]
