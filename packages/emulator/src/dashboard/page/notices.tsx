/// <reference lib="dom" />
import { useState } from 'preact/hooks'
import { get, post } from './api.ts'
import { dateTime } from './format.ts'
import { JsonView } from './json-view.tsx'
import { t } from './lang.ts'
import { useFresh } from './live.ts'
import { useTry } from './use-try.ts'

interface Notice {
  readonly id: string
  readonly kind: string
  readonly outTradeNo: string
  readonly functionName: string
  readonly state: string
  readonly event: Readonly<Record<string, unknown>>
  readonly nextAtMs?: number
  readonly attempts: readonly { readonly atMs: number; readonly acknowledged: boolean; readonly answer: unknown }[]
}

export const Notices = ({ stamp, onOrder }: { stamp: unknown; onOrder: (order: string) => void }) => {
  const { value, error, refresh } = useFresh(() => get<{ notices: readonly Notice[] }>('notices'), stamp)
  const { attempt, problem } = useTry(refresh)
  const [open, setOpen] = useState('')
  const [draft, setDraft] = useState('')
  const edit = (notice: Notice) => {
    setOpen(open === notice.id ? '' : notice.id)
    setDraft(JSON.stringify(notice.event, null, 2))
  }
  const act = (notice: Notice, what: string, body: unknown = {}) =>
    attempt(() => post(`notices/${notice.id}/${what}`, body))
  return (
    <section aria-label={t('通知', 'Notices')}>
      {[error, problem].filter(Boolean).map((text) => (
        <p key={text} class="problem" role="alert">
          {text}
        </p>
      ))}
      {value?.notices.length === 0 && (
        <p class="empty">
          {t('付款之后，微信的通知会列在这里。', 'After a payment, WeChat’s notices are listed here.')}
        </p>
      )}
      {value !== undefined && value.notices.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('订单', 'Order')}</th>
              <th>{t('种类', 'Kind')}</th>
              <th>{t('状态', 'State')}</th>
              <th>{t('送达', 'Deliveries')}</th>
              <th>{t('下次', 'Next')}</th>
              <th>{t('操作', 'Actions')}</th>
            </tr>
          </thead>
          <tbody>
            {value.notices.map((notice) => (
              <>
                <tr key={notice.id}>
                  <td>
                    <button type="button" class="link" onClick={() => onOrder(notice.outTradeNo)}>
                      {notice.outTradeNo}
                    </button>
                  </td>
                  <td>
                    {notice.kind === 'refund' ? t('退款', 'refund') : t('支付', 'payment')} → {notice.functionName}
                  </td>
                  <td>
                    <span class={`state ${notice.state.replace(' ', '-')}`}>{notice.state}</span>
                  </td>
                  <td>
                    {notice.attempts.map((one) => (
                      <span
                        key={one.atMs}
                        class={`dot ${one.acknowledged ? 'good' : 'bad'}`}
                        title={`${dateTime(one.atMs)} ${JSON.stringify(one.answer)}`}
                      />
                    ))}
                    {notice.attempts.length === 0 ? '—' : ` ${notice.attempts.length}`}
                  </td>
                  <td class="when">{notice.nextAtMs === undefined ? '—' : dateTime(notice.nextAtMs)}</td>
                  <td>
                    <span class="actions">
                      <button type="button" onClick={() => act(notice, 'resend')}>
                        {t('重发', 'Resend')}
                      </button>
                      <button type="button" aria-expanded={open === notice.id} onClick={() => edit(notice)}>
                        {t('查看／改', 'View / alter')}
                      </button>
                      <button type="button" disabled={notice.state !== 'waiting'} onClick={() => act(notice, 'drop')}>
                        {t('丢弃', 'Drop')}
                      </button>
                    </span>
                  </td>
                </tr>
                {open === notice.id && (
                  <tr class="editor" key={`${notice.id}-editor`}>
                    <td colSpan={6}>
                      <div class="split">
                        <label>
                          {t('事件（之后的送达使用）', 'Event (used by later deliveries)')}
                          <textarea
                            rows={16}
                            spellcheck={false}
                            value={draft}
                            onInput={(event) => setDraft(event.currentTarget.value)}
                          />
                          <button
                            type="button"
                            class="primary"
                            onClick={() =>
                              attempt(async () => post(`notices/${notice.id}/alter`, { event: JSON.parse(draft) }))
                            }
                          >
                            {t('保存修改', 'Save')}
                          </button>
                        </label>
                        <div>
                          {t('函数的回答', 'What the function answered')}
                          <JsonView
                            label={t('回答', 'Answers')}
                            value={notice.attempts.map((one) => ({ at: dateTime(one.atMs), answer: one.answer }))}
                          />
                        </div>
                      </div>
                    </td>
                  </tr>
                )}
              </>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
