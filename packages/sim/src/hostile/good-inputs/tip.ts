import type { GoodInputs, Victim } from './good-input.ts'

const creatorId = 'potter'
const loginCode = 'code-of-a-login'

export const tipInputs = (_: Victim): GoodInputs => ({
  listCreators: {},
  getCreator: { creatorId },
  listTips: { creatorId },
  listLeaders: { creatorId },
  placeOrder: {
    requestId: 'request-hostile-0007',
    creatorId,
    amountFen: 500,
    message: '好看',
    giverName: '阿宁',
    anonymous: false,
    loginCode,
  },
  mine: {},
  coins: { loginCode },
})

export const tipOwnerInputs = ({ orderNo }: Victim): GoodInputs => ({
  listAllCreators: {},
  putCreator: {
    creatorId: 'singer',
    name: '歌手',
    avatar: '',
    intro: '',
    thanks: '谢谢',
    open: true,
    pointsFen: [100, 500],
    custom: { leastFen: 100, mostFen: 50_000 },
  },
  listMessages: {},
  judgeMessage: { orderNo, show: true },
  giveBackTip: { orderNo },
})
