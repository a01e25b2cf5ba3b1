import { type EmulatorContext, HttpError, type Route } from '../service.ts'

/** A subscribe message as it reached a user's phone. */
export interface SentMessage {
  readonly id: number
  readonly atMs: number
  readonly user: string
  readonly templateId: string
  readonly page?: string
  readonly data: Readonly<Record<string, { readonly value: unknown }>>
}

/** Subscribe messages: who may be sent one, and what was sent. */
export interface Messages {
  readonly sent: readonly SentMessage[]
  send(input: Readonly<Record<string, unknown>>): { errcode: number; errmsg: string; msgid?: number }
  readonly routes: readonly Route[]
  reset(): void
}

export const createMessages = (context: EmulatorContext): Messages => {
  let sent: SentMessage[] = []
  /** Messages a user still accepts, by `openid template`; without an entry anything is accepted. */
  const credits = new Map<string, number>()

  const send: Messages['send'] = ({ touser, template_id: templateId, data, page }) => {
    const user = typeof touser === 'string' ? context.users.byOpenid(touser) : undefined
    if (user === undefined) return { errcode: 40003, errmsg: 'invalid openid' }
    if (typeof templateId !== 'string' || templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' }
    const trouble = troubleIn(data)
    if (trouble !== undefined) return { errcode: 47003, errmsg: `argument invalid! ${trouble}` }
    const credit = credits.get(`${user.openid} ${templateId}`)
    // One consent, one message: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html
    if (credit === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    if (credit !== undefined) credits.set(`${user.openid} ${templateId}`, credit - 1)
    const id = sent.length + 1
    const message = { id, atMs: context.clock.now(), user: user.name, templateId, data: data as SentMessage['data'] }
    sent.push({ ...message, ...(typeof page === 'string' ? { page } : {}) })
    context.events.add({
      from: 'wechat',
      to: `client`,
      kind: 'change',
      name: 'message',
      user: user.name,
      detail: message,
    })
    return { errcode: 0, errmsg: 'ok', msgid: id }
  }

  return {
    get sent() {
      return sent
    },
    send,
    reset: () => {
      sent = []
      credits.clear()
    },
    routes: [
      {
        method: 'GET',
        path: '/__emulator/messages',
        about: 'Subscribe messages sent to users, newest last.',
        handle: () => sent,
      },
      {
        method: 'POST',
        path: '/client/subscribe',
        about:
          'wx.requestSubscribeMessage of the user in x-emulator-user: { tmplIds, refuse? }. Answers { [tmplId]: accept | reject }.',
        handle: ({ body, user }) => {
          if (user === undefined || !Array.isArray(body.tmplIds))
            throw new HttpError(400, 'name a user and { tmplIds: […] }')
          for (const id of body.tmplIds) {
            const key = `${user.openid} ${String(id)}`
            credits.set(key, body.refuse === true ? 0 : (credits.get(key) ?? 0) + 1)
          }
          const answer = body.refuse === true ? 'reject' : 'accept'
          return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(body.tmplIds.map((id) => [id, answer])) }
        },
      },
    ],
  }
}

// Kinds of parameter and how long their values may be, in characters; the kind is the name without its number.
const limits: Readonly<Record<string, number>> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
}

const troubleIn = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data is empty'
  for (const [key, field] of Object.entries(data)) {
    const value = String((field as { value?: unknown } | null)?.value ?? '')
    if (value === '') return `data.${key}.value is empty`
    const limit = limits[key.replace(/\d+$/, '')]
    if (limit !== undefined && [...value].length > limit) return `data.${key}.value exceeds ${limit} characters`
  }
  return undefined
}
