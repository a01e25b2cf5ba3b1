/// <reference lib="dom" />
import { useState } from 'preact/hooks'
import { get, post } from './api.ts'
import { t } from './lang.ts'
import { useFresh } from './live.ts'
import { useTry } from './use-try.ts'

interface User {
  readonly name: string
  readonly openid: string
  readonly clientIp: string
}

export const Users = ({ stamp }: { stamp: unknown }) => {
  const { value, error, refresh } = useFresh(() => get<readonly User[]>('users'), stamp)
  const { attempt, problem } = useTry(refresh)
  const [name, setName] = useState('')
  const add = (event: Event) => {
    event.preventDefault()
    attempt(() => post('users', { name })).then(() => setName(''))
  }
  return (
    <section aria-label={t('用户', 'Users')}>
      {[error, problem].filter(Boolean).map((text) => (
        <p key={text} class="problem" role="alert">
          {text}
        </p>
      ))}
      <form class="tools" onSubmit={add}>
        <input
          required
          aria-label={t('名字', 'Name')}
          placeholder={t('名字，如 anna', 'a name, such as anna')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="primary">
          {t('添加用户', 'Add user')}
        </button>
      </form>
      {value?.length === 0 && (
        <p class="empty">
          {t('还没有用户。任何名字第一次使用时就会出现。', 'Nobody yet. Any name appears when it is first used.')}
        </p>
      )}
      {value !== undefined && value.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('名字', 'Name')}</th>
              <th>openid</th>
              <th>IP</th>
            </tr>
          </thead>
          <tbody>
            {value.map((user) => (
              <tr key={user.openid}>
                <td>
                  <b>{user.name}</b>
                </td>
                <td>
                  <code>{user.openid}</code>
                </td>
                <td>
                  <code>{user.clientIp}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
