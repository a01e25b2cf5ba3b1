import type { SendAnswer, UserMessage } from '../../ports/messages.ts'
import { fillTemplate, type MessageTemplates } from './message-template.ts'
import type { WxCloud } from './wx-cloud.ts'
import { textOf } from './wx-error.ts'

/**
 * One subscribe message through the cloud's openapi; the function's config.json has to list `subscribeMessage.send`.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export const sendSubscribeMessage = async (
  cloud: Pick<WxCloud, 'openapi'>,
  templates: MessageTemplates,
  message: UserMessage,
): Promise<SendAnswer> => {
  const template = templates[message.message]
  if (template === undefined) return { kind: 'failed', reason: 'no template' }
  const { send } = cloud.openapi.subscribeMessage as SubscribeApi
  try {
    await send({
      touser: String(message.to),
      templateId: template.id,
      ...(template.page === undefined ? {} : { page: template.page.replace('{no}', message.no) }),
      data: fillTemplate(template, message),
    })
    return { kind: 'sent' }
  } catch (error) {
    const reason = textOf(error)
    // 43101: never asked for, taken back, or one consent for one message and that one was sent.
    return /\b43101\b/.test(reason) ? { kind: 'notWanted' } : { kind: 'failed', reason }
  }
}

interface SubscribeApi {
  readonly send: (parameters: object) => Promise<unknown>
}
