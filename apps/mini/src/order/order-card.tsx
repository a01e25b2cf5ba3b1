import type { OrderView } from '@pay/core'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { memo } from 'react'
import { Button } from '../components/button.tsx'
import { Picture } from '../components/picture.tsx'
import { Pressable } from '../components/pressable.tsx'
import { Price } from '../components/price.tsx'
import { moment } from '../format/moment.ts'
import { t } from '../text/index.ts'
import { stateOf, storyOf } from './describe-order.ts'
import styles from './order-card.module.scss'

interface OrderCardProps {
  readonly order: OrderView
  /** Where a tap leads; absent: its buyer's page. */
  readonly path?: string
  /** In place of the order's own state. */
  readonly saying?: string | undefined
}

/** An order in a list. Memoised: a list of two hundred draws only what is new. */
export const OrderCard = memo(({ order, path, saying }: OrderCardProps) => {
  const lines = storyOf(order)?.lines ?? []
  const pieces = lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)
  const open = () => void Taro.navigateTo({ url: path ?? `/pages/order/index?orderNo=${order.orderNo}` })
  const canPay = order.actions.includes('pay')
  return (
    <View className={styles.card}>
      <Pressable onPress={open}>
        <View className={styles.head}>
          <Text className={styles.time}>{moment(order.createdAtMs)}</Text>
          <Text className={canPay ? styles.due : styles.state}>{saying ?? stateOf(order)}</Text>
        </View>
        <View className={styles.body}>
          {lines
            .slice(0, 3)
            .filter(({ picture }) => picture !== undefined)
            .map(({ picture, title }) => (
              <View className={styles.picture} key={`${picture} ${title}`}>
                <Picture src={picture} label={title} className={styles.rounded} />
              </View>
            ))}
          <View className={styles.words}>
            {lines.length === 1 && <View className={styles.title}>{lines[0]?.title}</View>}
            {pieces > 0 && <View className={styles.count}>{t.orders.count(pieces)}</View>}
          </View>
          <Price fen={order.totalFen} plain />
        </View>
      </Pressable>
      {canPay && (
        <View className={styles.foot}>
          <Button small onPress={open}>
            {t.orders.pay}
          </Button>
        </View>
      )}
    </View>
  )
})
