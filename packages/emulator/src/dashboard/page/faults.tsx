/// <reference lib="dom" />
import { useState } from 'preact/hooks'
import { get, post, remove } from './api.ts'
import { t } from './lang.ts'
import { useFresh } from './live.ts'
import { useTry } from './use-try.ts'

interface Rule {
  readonly id: string
  readonly when: Readonly<Record<string, string>>
  readonly fault: Readonly<Record<string, unknown>> & { readonly kind: string }
  readonly skip: number
  readonly times: number
  readonly chance: number
  readonly struck: number
}

interface Preset {
  readonly name: string
  readonly about: string
  readonly zh: string
  readonly when: Readonly<Record<string, string>>
}

const groups = [
  ['notices', t('通知', 'Notices')],
  ['pay', t('微信支付', 'WeChat Pay')],
  ['database', t('数据库', 'Database')],
  ['functions', t('云函数', 'Functions')],
] as const

/** What shall go wrong: presets at a click, rules as JSON, and how often each has struck. */
export const Faults = ({ stamp }: { stamp: unknown }) => {
  const load = () => get<{ rules: readonly Rule[]; presets: readonly Preset[] }>('faults')
  const { value, error, refresh } = useFresh(load, stamp)
  const { attempt, problem } = useTry(refresh)
  const [times, setTimes] = useState('1')
  const [own, setOwn] = useState(
    '{"when": {"party": "pay", "action": "queryOrder"}, "fault": {"kind": "delay", "ms": 2000}, "times": 0}',
  )
  return (
    <section class="faults" aria-label={t('故障', 'Faults')}>
      {[error, problem].filter(Boolean).map((text) => (
        <p key={text} class="problem" role="alert">
          {text}
        </p>
      ))}
      <h2>{t('生效中的规则', 'Rules in force')}</h2>
      {value?.rules.length === 0 && <p class="quiet">{t('没有。一切正常。', 'None. All is well.')}</p>}
      {value?.rules.map((rule) => (
        <p key={rule.id} class={`rule ${rule.times !== 0 && rule.struck >= rule.times ? 'spent' : ''}`}>
          <b>{rule.fault.kind}</b>
          <code>{JSON.stringify(rule.when)}</code>
          <span>
            {t('已发生', 'struck')} {rule.struck}/{rule.times === 0 ? '∞' : rule.times}
            {rule.skip > 0 && ` · ${t('先放过', 'after')} ${rule.skip}`}
            {rule.chance < 1 && ` · ${Math.round(rule.chance * 100)}%`}
          </span>
          <button type="button" onClick={() => attempt(() => remove(`faults/${rule.id}`))}>
            {t('移除', 'Remove')}
          </button>
        </p>
      ))}
      <div class="tools">
        <h2>{t('让它出错', 'Make it go wrong')}</h2>
        <label>
          {t('次数', 'times')}{' '}
          <select value={times} onChange={(event) => setTimes(event.currentTarget.value)}>
            <option value="1">1</option>
            <option value="3">3</option>
            <option value="0">{t('一直', 'always')}</option>
          </select>
        </label>
        {value !== undefined && value.rules.length > 0 && (
          <button type="button" onClick={() => attempt(() => remove('faults'))}>
            {t('全部移除', 'Remove all')}
          </button>
        )}
      </div>
      <div class="presets">
        {groups.map(([party, label]) => (
          <div key={party}>
            <h3>{label}</h3>
            {value?.presets
              .filter((preset) => preset.when.party === party)
              .map((preset) => (
                <button
                  type="button"
                  class="preset"
                  key={preset.name}
                  data-preset={preset.name}
                  onClick={() => attempt(() => post('faults', { preset: preset.name, times: Number(times) }))}
                >
                  <b>{preset.name}</b>
                  <small>{t(preset.zh, preset.about)}</small>
                </button>
              ))}
          </div>
        ))}
      </div>
      <details>
        <summary>{t('自己写一条规则', 'A rule of your own')}</summary>
        <textarea
          aria-label={t('规则', 'Rule')}
          rows={4}
          spellcheck={false}
          value={own}
          onInput={(event) => setOwn(event.currentTarget.value)}
        />
        <button type="button" class="primary" onClick={() => attempt(async () => post('faults', JSON.parse(own)))}>
          {t('添加', 'Add')}
        </button>
      </details>
    </section>
  )
}
