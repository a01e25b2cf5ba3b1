import { askedMessages } from '@pay/backend'
import { type MessageTemplate, type MessageTemplates, messageFacts } from '@pay/backend/wx'
import { isLocal } from './config.ts'

/**
 * `MESSAGE_TEMPLATES` of each function, as JSON: which template of yours (公众平台 → 订阅消息) carries which message, and which
 * of our facts fills which of its fields:
 * `{ "shop.shipped": { "id": "…", "fields": { "thing1": "what", "character_string2": "no" }, "page": "pages/order/index?orderNo={no}" } }`.
 * Facts: what, state, note, no, amount, at. What is not listed is not sent. Throws with what is wrong where.
 */
export const readMessageTemplates = (env: Readonly<Record<string, string | undefined>>): MessageTemplates => {
  const { MESSAGE_TEMPLATES: text } = env
  if (text === undefined || text.trim() === '') return isLocal(env) ? localTemplates() : {}
  const templates = parse(text)
  const known: readonly string[] = askedMessages()
  for (const [message, template] of Object.entries(templates)) {
    if (!known.includes(message)) throw fault(`"${message}" is no message; there are ${known.join(', ')}`)
    if (!isTemplate(template))
      throw fault(`"${message}" takes { id, fields, page? }, its fields one of ${messageFacts.join(', ')} each`)
  }
  return templates as MessageTemplates
}

const parse = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw fault('it is not a JSON object')
}

const fault = (what: string) => new Error(`the environment variable MESSAGE_TEMPLATES of this function: ${what}`)

const isTemplate = (value: unknown): value is MessageTemplate => {
  const { id, fields, page } = (value ?? {}) as Partial<Record<keyof MessageTemplate, unknown>>
  if (typeof id !== 'string' || id === '' || (page !== undefined && typeof page !== 'string')) return false
  if (typeof fields !== 'object' || fields === null || Object.keys(fields).length === 0) return false
  return Object.values(fields).every((fact) => messageFacts.includes(fact))
}

/** On this machine every message has a template, and the emulator takes any: they can be read on its dashboard. */
const localTemplates = (): MessageTemplates =>
  Object.fromEntries(askedMessages().map((message) => [message, localTemplate(message)]))

const localTemplate = (message: string): MessageTemplate => ({
  id: `local-${message}`,
  fields: { thing1: 'what', phrase2: 'state', amount3: 'amount', time4: 'at', character_string5: 'no', thing6: 'note' },
  page: /^(order|shop)\./.test(message) ? 'pages/order/index?orderNo={no}' : 'pages/me/index',
})
