import type { Call } from '@pay/client'
import type { ErrandPrice, ErrandView, OrderView } from '@pay/core'
import { lineIcon } from '../components/line-icon.ts'
import type { SumRow } from '../components/sum-rows.tsx'
import { ownerFunction } from '../owner/contracts.ts'
import type { OrderStory, VerticalEntry } from '../vertical-entry.ts'
import { e } from './text/entry.ts'

/** Errands as the common pages know them: the task itself, and the payments beside it. */
export const errand: VerticalEntry = {
  name: 'errand',
  orders: ['errand', 'errandExtra'],
  root: 'errand/pages',
  pages: [
    'publish/index',
    'manage/index',
    'hall/index',
    'run/index',
    'task/index',
    'earnings/index',
    'owner/index',
    'give-back/index',
  ],
  privateInfos: ['chooseLocation', 'getLocation'],
  locationUse: e.locationUse,
  home: {
    path: '/errand/pages/publish/index',
    icon: lineIcon('M4 7h9v9H4zM13 10h4l3 3v3h-7zM7.5 18.5a1.5 1.5 0 1 0 0-.1M16.5 18.5a1.5 1.5 0 1 0 0-.1'),
    ...e.home,
  },
  whats: e.whats,
  links: [{ label: e.runLink, path: '/errand/pages/run/index' }],
  owner: [
    { label: e.owns.title, note: e.owns.note, path: '/errand/pages/owner/index', waits: (call) => countWaiting(call) },
  ],
  describe: (order) => {
    const { detail } = order
    if (detail.vertical === 'errand') return story(order, detail)
    if (detail.vertical === 'errandExtra') return extraStory(order, detail.purpose)
    throw new Error(`an order of ${order.vertical} is no errand`)
  },
}

const story = (order: OrderView, view: ErrandView): OrderStory => ({
  progress: e.tasks[view.task],
  paidNote: e.paidNote,
  lines: [{ title: `${e.kinds[view.kind]} · ${view.to.area}`, note: view.what ?? '', fen: order.totalFen }],
  sums: view.price === undefined ? [] : priceRows(view.price, view.distanceM),
  facts: [
    ...(view.from === undefined ? [] : [{ label: e.ways.from, value: placeLine(view.from) }]),
    { label: e.ways.to, value: placeLine(view.to) },
  ],
  ownerWays: ownerWaysOf(order, view),
  ways: order.state === 'unpaid' ? [] : [{ label: e.ways.manage, path: manage(order), main: view.actions.length > 0 }],
})

const ownerWaysOf = ({ orderNo }: OrderView, { actions }: ErrandView): NonNullable<OrderStory['ownerWays']> => [
  ...(actions.includes('split') ? [{ label: e.ways.split, path: '/errand/pages/owner/index' }] : []),
  ...(actions.includes('giveBack')
    ? [{ label: e.ways.giveBack, path: `/errand/pages/give-back/index?orderNo=${orderNo}` }]
    : []),
]

/** Runners to decide on, disputes, withdrawals to pay. */
const countWaiting = async (call: Call): Promise<number> => {
  const lists = await Promise.all([
    call(ownerFunction, 'listRunners', { audit: 'applied' }),
    call(ownerFunction, 'listDisputes', {}),
    call(ownerFunction, 'listPayouts', {}),
  ])
  return lists.reduce((sum, list) => sum + (list.ok ? list.data.items.length : 0), 0)
}

const manage = ({ orderNo }: OrderView) => `/errand/pages/manage/index?orderNo=${orderNo}`

const extraStory = ({ totalFen }: OrderView, purpose: 'tip' | 'goods'): OrderStory => ({
  progress: e.extra.progress,
  lines: [{ title: e.extra[purpose], note: '', fen: totalFen }],
  sums: [],
  facts: [],
})

/** A place in one line, as much of it as this viewer may see. */
export const placeLine = ({ area, address, door }: ErrandView['to']): string =>
  address === undefined ? area : `${address}${door ?? ''}`

/** The parts of the price that are not nothing. */
export const priceRows = (price: ErrandPrice, distanceM: number): readonly SumRow[] =>
  [
    { label: e.price.base, fen: price.baseFen },
    { label: e.price.distance(kilometres(distanceM)), fen: price.distanceFen },
    { label: e.price.weight, fen: price.weightFen },
    { label: e.price.slot, fen: price.slotFen },
    { label: e.price.value, fen: price.valueFen },
    { label: e.price.tip, fen: price.tipFen },
    { label: e.price.goods, fen: price.goodsFen },
  ].filter(({ fen }) => fen > 0)

/** Metres as kilometres with one decimal. */
export const kilometres = (metres: number): string => (Math.round(metres / 100) / 10).toFixed(1)
