/// <reference lib="dom" />
import { get } from './api.ts'
import { dateTime } from './format.ts'
import { t } from './lang.ts'
import { useFresh } from './live.ts'

interface Message {
  readonly id: number
  readonly atMs: number
  readonly user: string
  readonly templateId: string
  readonly page?: string
  readonly data: Readonly<Record<string, { readonly value: unknown }>>
}

/** Subscribe messages as they look on the phone, newest first. */
export const Messages = ({ stamp }: { stamp: unknown }) => {
  const { value, error } = useFresh(() => get<readonly Message[]>('messages'), stamp)
  return (
    <section class="messages" aria-label={t('消息', 'Messages')}>
      {error !== '' && (
        <p class="problem" role="alert">
          {error}
        </p>
      )}
      {value?.length === 0 && (
        <p class="empty">{t('还没有订阅消息发给用户。', 'No subscribe message was sent to anybody yet.')}</p>
      )}
      {value !== undefined &&
        [...value].reverse().map((message) => (
          <article key={message.id} class="phone-message">
            <header>
              <b>{t('服务通知', 'Service notice')}</b>
              <time>{dateTime(message.atMs)}</time>
            </header>
            <p class="to">
              {t('发给', 'to')} <b>{message.user}</b> · <code>{message.templateId}</code>
            </p>
            <dl>
              {Object.entries(message.data).map(([key, field]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{String(field.value)}</dd>
                </div>
              ))}
            </dl>
            {message.page !== undefined && (
              <footer>
                {t('进入小程序查看', 'Opens the mini-program')} <code>{message.page}</code>
              </footer>
            )}
          </article>
        ))}
    </section>
  )
}
