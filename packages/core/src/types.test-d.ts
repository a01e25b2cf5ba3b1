/** Mistakes that do not compile. Checked by `tsc`: an expectation that is not met is an error of its own. */
import type { OpenId, OrderNo, OutTradeNo } from './identity/ids.ts'
import { sumFen } from './money/calculate.ts'
import { type Fen, fen } from './money/fen.ts'
import { parseYuan } from './money/parse-yuan.ts'
import { decide } from './order/decide.ts'
import type { Order } from './order/order.ts'
import type { OrderEvent } from './order/order-event.ts'
import type { TransitionTable } from './order/transition-table.ts'
import { nextOrderState } from './order/transitions.ts'
import { err, type Result } from './result.ts'

declare const price: Fen
declare const orderNo: OrderNo
declare const openid: OpenId
declare const outTradeNo: OutTradeNo
declare const order: Order

const needsFen = (amount: Fen): Fen => amount
const needsOpenId = (id: OpenId): OpenId => id
const needsOrderNo = (id: OrderNo): OrderNo => id

/** Money: a number is not fen, and neither is anything that was calculated past the functions that check it. */
needsFen(fen(1990))
// @ts-expect-error yuan are no fen
needsFen(19.9)
// @ts-expect-error a sum of two amounts is a number again until it is checked
needsFen(price + price)
// @ts-expect-error fen × 0.01 are yuan, and a float
needsFen(price * 0.01)
// @ts-expect-error text is no amount
needsFen('1990')
// @ts-expect-error one of them is not checked
sumFen([price, 5])
// @ts-expect-error it may have been refused: look first
needsFen(parseYuan('19.9').value)

/** Identity: every number and name is of its own kind. */
needsOpenId(openid)
// @ts-expect-error an order number is nobody
needsOpenId(orderNo)
// @ts-expect-error an outTradeNo is one attempt, not the order
needsOrderNo(outTradeNo)
// @ts-expect-error not every text is an order number
needsOrderNo('0123456789ABCDEFGHJKMNPQRS')

/** Orders: only what is declared can happen, and nothing is written past `decide`. */
decide(order, { kind: 'cancel' }, 0)
// @ts-expect-error nobody declared that
decide(order, { kind: 'markPaid' }, 0)
// @ts-expect-error a payment is told with WeChat's facts, not with a word
decide(order, { kind: 'paymentSeen', outTradeNo }, 0)
// @ts-expect-error a refund's amount is money
const refund: OrderEvent = { kind: 'refund', by: 'owner', key: 'a', amountFen: 100, reason: 'buyerRequest' }
// @ts-expect-error the state is decided, not set
order.state = 'paid'
// @ts-expect-error history is appended by decisions
order.history.push({ atMs: 0, by: 'system', what: 'x' })

/** Tables: no unknown state, no undeclared move, no target that does not exist. */
nextOrderState('unpaid', 'pay')
// @ts-expect-error no such state
nextOrderState('payed', 'pay')
// @ts-expect-error no such move
nextOrderState('unpaid', 'markPaid')
const misspelt = { open: { pay: 'payed' }, paid: {} } as const satisfies TransitionTable
// @ts-expect-error a misspelt target is no state of its table
const wrongTarget: keyof typeof misspelt = misspelt.open.pay

/** Results: the value only after asking, the refusal with all its facts. */
declare const result: Result<Fen, { readonly code: 'NO'; readonly most: Fen }>
// @ts-expect-error it may be a refusal
needsFen(result.value)
// @ts-expect-error the refusal's facts are missing
const refused: Result<Fen, { readonly code: 'NO'; readonly most: Fen }> = err({ code: 'NO' })
// @ts-expect-error an undeclared refusal
const other: Result<Fen, { readonly code: 'NO' }> = err({ code: 'MAYBE' })

export { misspelt, other, refund, refused, wrongTarget }
