import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { LinkRow } from '../../../components/link-row.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { dayOf } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { serverNow } from '../../../server-clock.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import { verticals } from '../../../verticals.ts'
import { ownerFunction } from '../../contracts.ts'
import { o } from '../../text/index.ts'

/** The owner's first page: today, and what waits. */
function OwnerHome() {
  const { answer, reload } = useAnswer('today', readToday)
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, o.errors)} retry={() => void reload()} />
  return (
    <View className={prose.page}>
      <Card title={o.today}>
        {answer.phase === 'loading' ? (
          <Skeleton shape="block" />
        ) : (
          <Facts
            facts={[
              { label: o.todayOrders, value: String(answer.data.length) },
              { label: o.todayMoney, value: `¥${yuan(answer.data.reduce((sum, { paidFen }) => sum + paidFen, 0))}` },
            ]}
          />
        )}
      </Card>
      <Card>
        <LinkRow title={o.orders} note={o.ordersNote} to="/owner/pages/orders/index" />
        {verticals
          .flatMap(({ owner }) => owner)
          .map(({ label, note, path }) => (
            <LinkRow key={path} title={label} note={note} to={path} />
          ))}
        <LinkRow title={o.incidents} note={o.incidentsNote} to="/owner/pages/incidents/index" />
      </Card>
    </View>
  )
}

export default screen(OwnerHome, t.me.owner)

/** Today's orders, newest first; a day of more than 200 shows its last 200. */
const readToday = async () => {
  const today: OrderView[] = []
  let cursor: string | undefined
  for (let page = 0; page < 10; page++) {
    const outcome = await call(ownerFunction, 'listOrders', cursor === undefined ? {} : { cursor })
    if (!outcome.ok) return outcome
    const { items } = outcome.data
    today.push(...items.filter(({ createdAtMs }) => dayOf(createdAtMs) === dayOf(serverNow())))
    cursor = outcome.data.cursor
    if (cursor === undefined || items.some(({ createdAtMs }) => dayOf(createdAtMs) !== dayOf(serverNow()))) break
  }
  return { ok: true, data: today } as const
}
