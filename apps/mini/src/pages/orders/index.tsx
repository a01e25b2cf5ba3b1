import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Card } from '../../components/card.tsx'
import { ListFoot } from '../../components/list-foot.tsx'
import { Failed, PageState } from '../../components/page-state.tsx'
import { Pressable } from '../../components/pressable.tsx'
import { screen } from '../../components/screen.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { order } from '../../contracts.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { OrderCard } from '../../order/order-card.tsx'
import { OrderList } from '../../order/order-list.tsx'
import { call } from '../../pay.ts'
import { explain } from '../../text/explain.ts'
import { t } from '../../text/index.ts'
import styles from './index.module.scss'

const tabs = ['all', 'unpaid', 'paid', 'completed', 'refunded'] as const

/** All orders of the caller, of every vertical, newest first. */
function Orders() {
  const [tab, setTab] = useState<(typeof tabs)[number]>('all')
  const { items, phase, error, reload, refresh, more } = usePages(tab, (cursor) =>
    call(order, 'list', { ...(tab !== 'all' && { state: tab }), ...(cursor !== undefined && { cursor }) }),
  )
  const seen = useRef(false)
  useDidShow(() => {
    // The first show reads the list anyway; later ones come back from an order that may have changed.
    if (seen.current) void refresh()
    seen.current = true
  })
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  return (
    <View>
      <View className={styles.tabs}>
        {tabs.map((name) => (
          <Pressable
            key={name}
            selected={name === tab}
            className={`${styles.tab} ${name === tab ? styles.chosen : ''}`}
            onPress={() => setTab(name)}
          >
            {t.orders.tabs[name]}
          </Pressable>
        ))}
      </View>
      {phase === 'loading' && <Loading />}
      {phase === 'failed' && <Failed note={explain(error)} retry={() => void reload()} />}
      <OrderList orders={items} draw={drawOrder} />
      {phase === 'end' && items.length === 0 && (
        <PageState
          title={t.orders.empty}
          note={t.orders.emptyNote}
          action={{ label: t.orders.toHome, run: () => void Taro.switchTab({ url: '/pages/home/index' }) }}
        />
      )}
      {items.length > 0 && phase !== 'loading' && phase !== 'failed' && <ListFoot phase={phase} onMore={more} />}
    </View>
  )
}

export default screen(Orders, t.orders.title)

const drawOrder = (one: OrderView) => <OrderCard order={one} key={one.orderNo} />

const Loading = () => (
  <>
    {['1', '2', '3'].map((key) => (
      <Card key={key}>
        <Skeleton shape="short" />
        <Skeleton shape="line" />
        <Skeleton shape="line" />
      </Card>
    ))}
  </>
)
