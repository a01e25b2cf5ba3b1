import type { Effect, Message, Order, OrderMessage, Tell } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Messages, UserMessage } from '../../ports/messages.ts'
import type { EffectRunner } from './effect-runner.ts'

/** What a message says: five characters at most, and twenty. */
export interface Words {
  readonly state: string
  readonly note: string
}

/** Runs messages. Never to be run again: `runOutbox` takes them out of the outbox first, and what fails is not tried again. */
export const teller =
  <M extends Message, K extends Effect['kind']>(words: Readonly<Record<M, Words>>): EffectRunner<K> =>
  async (deps, order, effect) => {
    const { message, to, amountFen = order.totalFen, note } = effect as unknown as Tell<M>
    const { state, note: usual } = words[message]
    const about = { what: whatOf(order), no: order.orderNo, amountFen, state, note: note?.trim() || usual }
    for (const reader of to === 'owners' ? (deps.ownerOpenids ?? []) : [to])
      await sendOne(deps, { ...about, message, to: reader, atMs: deps.clock.nowMs() })
    return { kind: 'done' }
  }

/** One message to one person, once; says in the log what became of it, and throws never. */
export const sendOne = async (deps: Pick<Deps, 'messages' | 'log'>, message: UserMessage): Promise<void> => {
  const { message: name, no: orderNo } = message
  if (deps.messages.templateIds[name] === undefined) {
    if (isNews(deps.messages, name)) deps.log.write({ level: 'info', event: 'message', name, outcome: 'noTemplate' })
    return
  }
  const answer = await deps.messages.send(message)
  const reason = answer.kind === 'failed' ? { reason: answer.reason } : {}
  const level = answer.kind === 'failed' ? 'warn' : 'info'
  deps.log.write({ level, event: 'message', orderNo, name, outcome: answer.kind, ...reason })
}

export const tell = teller<OrderMessage, 'tell'>({
  'order.paid': { state: '已付款', note: '我们已收到您的付款' },
  'order.refunded': { state: '已退款', note: '款项已退回您的付款账户' },
  'owner.newOrder': { state: '新订单', note: '有新订单，请及时处理' },
  'owner.unanswered': { state: '待处理', note: '有申诉或售后等待您处理' },
})

/** As the payer read it at the cashier. */
const whatOf = ({ attempts: [first] }: Order): string => first?.prepay.body ?? ''

/** A template that is not configured is said once per message, not with every order. */
const isNews = (messages: Messages, name: Message): boolean => {
  const said = saidOf.get(messages) ?? new Set<Message>()
  saidOf.set(messages, said)
  return !said.has(name) && said.add(name).has(name)
}

const saidOf = new WeakMap<Messages, Set<Message>>()
