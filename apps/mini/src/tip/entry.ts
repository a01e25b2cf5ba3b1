import type { Call } from '@pay/client'
import type { OrderView, TipView } from '@pay/core'
import { lineIcon } from '../components/line-icon.ts'
import { ownerFunction } from '../owner/contracts.ts'
import type { OrderStory, VerticalEntry } from '../vertical-entry.ts'
import { w } from './text/entry.ts'

/** Tipping as the common pages know it. */
export const tip: VerticalEntry = {
  name: 'tip',
  orders: ['tip'],
  root: 'tip/pages',
  pages: ['home/index', 'creator/index', 'mine/index', 'owner/index', 'give-back/index'],
  home: {
    path: '/tip/pages/home/index',
    icon: lineIcon('M12 20s-7-4.4-7-9.6A3.9 3.9 0 0 1 12 8a3.9 3.9 0 0 1 7 2.4C19 15.6 12 20 12 20z'),
    ...w.home,
  },
  whats: w.whats,
  links: [{ label: w.mineLink, path: '/tip/pages/mine/index' }],
  owner: [
    { label: w.owns.title, note: w.owns.note, path: '/tip/pages/owner/index', waits: (call) => countMessages(call) },
  ],
  describe: (order) => ({ ...story(viewOf(order)), ownerWays: ownerWaysOf(order) }),
}

const ownerWaysOf = (order: OrderView): NonNullable<OrderStory['ownerWays']> =>
  order.state === 'paid' || order.state === 'completed'
    ? [{ label: w.giveBack.title, path: `/tip/pages/give-back/index?orderNo=${order.orderNo}` }]
    : []

const countMessages = async (call: Call): Promise<number> => {
  const outcome = await call(ownerFunction, 'listMessages', {})
  return outcome.ok ? outcome.data.items.length : 0
}

const viewOf = ({ detail }: OrderView): TipView => {
  if (detail.vertical !== 'tip') throw new Error(`an order of ${detail.vertical} is no tip`)
  return detail
}

const story = ({
  creatorId,
  creatorName,
  amountFen,
  progress,
  message,
  messageCheck,
  thanks,
}: TipView): OrderStory => ({
  progress: w.progress[progress],
  lines: [{ title: w.line(creatorName), note: '', fen: amountFen }],
  sums: [],
  paidNote: thanks ?? w.paidNote,
  facts: [
    ...(thanks === undefined ? [] : [{ label: w.thanks, value: thanks }]),
    ...(message === '' ? [] : [{ label: w.message, value: message }]),
    ...(message === '' ? [] : checkOf(messageCheck)),
  ],
  ways: [{ label: w.toCreator, path: `/tip/pages/creator/index?creatorId=${creatorId}` }],
})

const checkOf = (messageCheck: TipView['messageCheck']): OrderStory['facts'] =>
  messageCheck === 'passed' ? [] : [{ label: w.messageState, value: w.messageChecks[messageCheck] }]
