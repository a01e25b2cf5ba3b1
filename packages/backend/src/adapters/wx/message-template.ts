import { type Message, printYuan } from '@pay/core'
import type { UserMessage } from '../../ports/messages.ts'

/** The templates of this deployment: chosen in 公众平台 → 订阅消息, each with its own fields. */
export type MessageTemplates = { readonly [message in Message]?: MessageTemplate }

export interface MessageTemplate {
  readonly id: string
  /** What goes into which field of it, such as `{ thing1: 'what', amount2: 'amount', time3: 'at' }`. */
  readonly fields: Readonly<Record<string, MessageFact>>
  /** Opened by a tap, `{no}` being the order's number. Absent: a tap opens nothing. */
  readonly page?: string
}

export const messageFacts = ['what', 'state', 'note', 'no', 'amount', 'at'] as const
export type MessageFact = (typeof messageFacts)[number]

export const idsOf = (templates: MessageTemplates): { readonly [message in Message]?: string } =>
  Object.fromEntries(Object.entries(templates).map(([message, { id }]) => [message, id]))

/**
 * The message as the template takes it. What a field takes is in its name (`thing1`), and WeChat refuses the whole message
 * for one field that is empty or too long.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export const fillTemplate = (
  { fields }: MessageTemplate,
  message: UserMessage,
): Readonly<Record<string, { readonly value: string }>> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, fact]) => [field, { value: cut(field, factText(message, fact)) || '-' }]),
  )

const factText = (message: UserMessage, fact: MessageFact): string => {
  if (fact === 'amount') return `¥${printYuan(message.amountFen)}`
  return fact === 'at' ? momentText(message.atMs) : message[fact]
}

/** 2026年11月21日 20:15, in Beijing, where functions run on UTC. */
const momentText = (atMs: number): string => {
  const [year, month, day, hour, minute] = new Date(atMs + 8 * 3_600_000).toISOString().split(/[-T:.]/)
  return `${year}年${month}月${day}日 ${hour}:${minute}`
}

const cut = (field: string, text: string): string => {
  const kind = field.replace(/[0-9]+$/, '')
  const most = limits[kind] ?? Number.POSITIVE_INFINITY
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= most) return characters.join('')
  return kind === 'thing' ? `${characters.slice(0, most - 1).join('')}…` : characters.slice(0, most).join('')
}

/** In characters. Only a `thing` takes an ellipsis, the others have an alphabet of their own. */
const limits: Readonly<Record<string, number>> = {
  thing: 20,
  character_string: 32,
  number: 32,
  letter: 32,
  symbol: 5,
  phrase: 5,
  name: 20,
}
