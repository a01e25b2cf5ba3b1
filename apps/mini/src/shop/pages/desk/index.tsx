import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import { ListFoot } from '../../../components/list-foot.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { usePages } from '../../../hooks/use-pages.ts'
import { OrderCard } from '../../../order/order-card.tsx'
import { OrderList } from '../../../order/order-list.tsx'
import { ownerFunction } from '../../../owner/contracts.ts'
import { call } from '../../../pay.ts'
import { serverNow } from '../../../server-clock.ts'
import { explain } from '../../../text/explain.ts'
import { type OwnerDuty, ownerDuties, ownerDuty } from '../../owner-duty.ts'
import { readDesk } from '../../read-desk.ts'
import { s } from '../../text/index.ts'

type Wanted = 'all' | OwnerDuty

const aScreenful = 5

/** Orders that wait for the owner's hand: to be sent, to be answered, to be taken back. */
function Desk() {
  const [wanted, setWanted] = useState<Wanted>('all')
  // Which of them waits for the owner is known from the order itself.
  const { items, phase, error, reload, refresh, more } = usePages('desk', (from) =>
    readDesk(
      (state, cursor) => call(ownerFunction, 'listOrders', { state, ...(cursor !== undefined && { cursor }) }),
      from,
      serverNow(),
    ),
  )
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) void refresh()
    seen.current = true
  })
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  const waiting = items.filter((order) => isWanted(order, wanted))
  const few = waiting.length < aScreenful
  // Most that is looked through waits for nobody: it goes on by itself until there is something to do.
  useEffect(() => {
    if (phase === 'ready' && few) more()
  }, [phase, few, more])
  return (
    <View className={prose.page}>
      <Card>
        <Choices<Wanted>
          value={wanted}
          options={(['all', ...ownerDuties] as const).map((value) => ({ value, label: s.desk.duties[value] }))}
          onChange={setWanted}
        />
      </Card>
      {phase === 'loading' && (
        <Card>
          <Skeleton shape="block" />
        </Card>
      )}
      {phase === 'failed' && <Failed note={explain(error)} retry={() => void reload()} />}
      <OrderList orders={waiting} draw={drawWaiting} />
      {phase === 'end' && waiting.length === 0 && <PageState title={s.desk.none} note={s.desk.noneNote} />}
      {phase !== 'loading' && phase !== 'failed' && (phase !== 'end' || waiting.length > 0) && (
        <ListFoot phase={phase} onMore={more} />
      )}
    </View>
  )
}

export default screen(Desk, s.desk.title)

const isWanted = (order: OrderView, wanted: Wanted): boolean => {
  const duty = ownerDuty(order)
  return wanted === 'all' ? duty !== undefined : duty === wanted
}

const drawWaiting = (order: OrderView) => (
  <OrderCard
    key={order.orderNo}
    order={order}
    path={`/shop/pages/owner/index?orderNo=${order.orderNo}`}
    saying={sayingOf(order)}
  />
)

const sayingOf = (order: OrderView): string => {
  const { detail } = order
  const duty = ownerDuty(order)
  if (duty === 'ship' && detail.vertical === 'shop' && detail.remindedAtMs !== undefined) return s.desk.reminded
  return s.desk.duties[duty ?? 'all']
}
