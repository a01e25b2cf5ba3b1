import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
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
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { ownerFunction } from '../../contracts.ts'
import { o } from '../../text/index.ts'

const states = ['all', 'paid', 'unpaid', 'completed', 'refunded'] as const

/** Everybody's orders. */
function OwnerOrders() {
  const [state, setState] = useState<(typeof states)[number]>('all')
  const { items, phase, error, reload, refresh, more } = usePages(state, (cursor) =>
    call(ownerFunction, 'listOrders', {
      ...(state !== 'all' && { state }),
      ...(cursor !== undefined && { cursor }),
    }),
  )
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) void refresh()
    seen.current = true
  })
  useReachBottom(more)
  return (
    <View className={prose.page}>
      <Card>
        <Choices
          value={state}
          options={states.map((value) => ({ value, label: o.states[value] }))}
          onChange={setState}
        />
      </Card>
      {phase === 'loading' && (
        <Card>
          <Skeleton shape="block" />
        </Card>
      )}
      {phase === 'failed' && <Failed note={explain(error, o.errors)} retry={() => void reload()} />}
      <OrderList orders={items} draw={drawOrder} />
      {phase === 'end' && items.length === 0 && <PageState title={o.none} />}
      {items.length > 0 && phase !== 'loading' && phase !== 'failed' && <ListFoot phase={phase} onMore={more} />}
    </View>
  )
}

export default screen(OwnerOrders, o.orders)

const drawOrder = (order: OrderView) => (
  <OrderCard key={order.orderNo} order={order} path={`/owner/pages/order/index?orderNo=${order.orderNo}`} />
)
