import type { OrderNo } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'
import type { ErrandCodes, ErrandSupplement, ErrandTask } from './errand-detail.ts'
import type { ErrandQuote } from './quote.ts'

/** The detail of a task that is being placed. `codes`: four random digits each, from the caller. */
export const newErrandTask = ({ request, meters, price, terms }: ErrandQuote, codes: ErrandCodes): ErrandTask => ({
  vertical: 'errand',
  part: 'task',
  request,
  meters,
  price,
  terms,
  codes: needsPickUpCode(request.kind) ? codes : { deliver: codes.deliver },
  state: 'none',
  wrongCodes: 0,
  takes: 0,
  droppedBy: [],
})

/** Somebody hands something over where it starts; in a shop or at a counter nobody knows a code. */
const needsPickUpCode = (kind: ErrandQuote['request']['kind']): boolean => kind === 'fetch' || kind === 'send'

/** The detail of an order that pays what the task's budget does not cover. */
export const newErrandSupplement = (task: OrderNo, amountFen: Fen): ErrandSupplement => ({
  vertical: 'errand',
  part: 'supplement',
  task,
  amountFen,
  state: 'none',
})
