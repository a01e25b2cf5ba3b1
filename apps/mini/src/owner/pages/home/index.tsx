import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { LinkRow } from '../../../components/link-row.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { useMessages } from '../../../subscribe/use-messages.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import type { OwnerLink } from '../../../vertical-entry.ts'
import { verticals } from '../../../verticals.ts'
import { ownerFunction } from '../../contracts.ts'
import { readToday } from '../../read-today.ts'
import { o } from '../../text/index.ts'

/** The owner's first page: today, and what waits. */
function OwnerHome() {
  const { answer, reload } = useAnswer('today', readToday)
  const waits = useAnswer('waits', readWaits)
  const [told, setTold] = useState<boolean>()
  const askMessages = useMessages('owner.watch')
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) void Promise.all([reload(), waits.reload()])
    seen.current = true
  })
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, o.errors)} retry={() => void reload()} />
  const counts = waits.answer.phase === 'ready' ? waits.answer.data : {}
  return (
    <View className={prose.page}>
      <Card title={o.today}>
        {answer.phase === 'loading' ? (
          <Skeleton shape="block" />
        ) : (
          <Facts
            facts={[
              { label: o.todayOrders, value: o.orderCount(answer.data.orders, answer.data.paidOrders) },
              { label: o.todayMoney, value: `¥${yuan(answer.data.paidFen)}` },
              { label: o.todayRefunds, value: `¥${yuan(answer.data.refundedFen)}` },
            ]}
          />
        )}
      </Card>
      <Card title={o.work}>
        {links.map(({ label, note, path }) => (
          <LinkRow
            key={path}
            title={label}
            note={[waiting(counts[path]), note].filter(Boolean).join(' · ')}
            to={path}
          />
        ))}
      </Card>
      <Card>
        <LinkRow title={o.orders} note={o.ordersNote} to="/owner/pages/orders/index" />
        <LinkRow
          title={o.watch}
          note={told === undefined ? o.watchNote : told ? o.watched : o.notWatched}
          onPress={() => void askMessages().then(setTold)}
        />
      </Card>
    </View>
  )
}

export default screen(OwnerHome, t.me.owner)

const links: readonly OwnerLink[] = [
  ...verticals.flatMap(({ owner }) => owner),
  {
    label: o.incidents,
    note: o.incidentsNote,
    path: '/owner/pages/incidents/index',
    waits: async () => {
      const outcome = await call(ownerFunction, 'listIncidents', {})
      return outcome.ok ? outcome.data.items.length : 0
    },
  },
]

const waiting = (count: number | undefined): string => (count === undefined || count === 0 ? '' : o.waiting(count))

/** All at once; each is one question. */
const readWaits = async () => {
  const counts = await Promise.all(links.map(async ({ path, waits }) => [path, (await waits?.(call)) ?? 0] as const))
  return { ok: true, data: Object.fromEntries(counts) as Readonly<Record<string, number>> } as const
}
