/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks'
import { ClockBar } from './clock-bar.tsx'
import { Database } from './database.tsx'
import { Faults } from './faults.tsx'
import { t } from './lang.ts'
import { useTimeline } from './live.ts'
import { Messages } from './messages.tsx'
import { Notices } from './notices.tsx'
import { Payments } from './payments.tsx'
import { Storage } from './storage.tsx'
import { Timeline } from './timeline.tsx'
import { Users } from './users.tsx'

const tabs = [
  ['timeline', t('时间线', 'Timeline')],
  ['payments', t('支付', 'Payments')],
  ['notices', t('通知', 'Notices')],
  ['database', t('数据库', 'Database')],
  ['storage', t('存储', 'Storage')],
  ['messages', t('消息', 'Messages')],
  ['users', t('用户', 'Users')],
  ['faults', t('故障', 'Faults')],
] as const

export const App = () => {
  const [tab, setTab] = useHash('timeline')
  const { events, connected, clear } = useTimeline()
  const [order, setOrder] = useState('')
  const stamp = events.at(-1)?.id
  const story = (outTradeNo: string) => {
    setOrder(outTradeNo)
    setTab('timeline')
  }
  return (
    <>
      <header class="top">
        <h1>pay-emulator</h1>
        <span class={`live ${connected ? 'on' : 'off'}`} role="status">
          {connected ? t('实时', 'live') : t('连接中断', 'disconnected')}
        </span>
        <ClockBar stamp={stamp} />
      </header>
      <nav aria-label={t('页面', 'Pages')}>
        {tabs.map(([name, label]) => (
          <a key={name} href={`#${name}`} aria-current={tab === name ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <main>
        {tab === 'timeline' && <Timeline events={events} order={order} onOrder={setOrder} onClear={clear} />}
        {tab === 'payments' && <Payments stamp={stamp} onOrder={story} />}
        {tab === 'notices' && <Notices stamp={stamp} onOrder={story} />}
        {tab === 'database' && <Database stamp={stamp} />}
        {tab === 'storage' && <Storage stamp={stamp} />}
        {tab === 'messages' && <Messages stamp={stamp} />}
        {tab === 'faults' && <Faults stamp={stamp} />}
        {tab === 'users' && <Users stamp={stamp} />}
      </main>
    </>
  )
}

/** The page in the address, so that a reload and the back button work. */
const useHash = (first: string) => {
  const read = () => location.hash.slice(1) || first
  const [hash, setHash] = useState(read())
  useEffect(() => {
    const listen = () => setHash(read())
    window.addEventListener('hashchange', listen)
    return () => window.removeEventListener('hashchange', listen)
  }, [])
  return [
    hash,
    (next: string) => {
      location.hash = next
    },
  ] as const
}
