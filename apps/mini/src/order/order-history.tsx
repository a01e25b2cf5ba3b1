import type { HistoryEntry, OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import { moment } from '../format/moment.ts'
import { fill } from '../text/fill.ts'
import { t } from '../text/index.ts'
import { entryOf } from './describe-order.ts'
import styles from './order-history.module.scss'

/** The order's story in sentences, the newest first. */
export const OrderHistory = ({ order }: { readonly order: OrderView }) => (
  <History
    history={order.history}
    whats={{ ...t.order.whats, ...entryOf(order)?.whats }}
    names={entryOf(order)?.names ?? {}}
  />
)

interface HistoryProps {
  readonly history: readonly HistoryEntry[]
  readonly whats: Readonly<Record<string, string>>
  readonly names?: Readonly<Record<string, string>>
}

/** A line that nobody has words for is not shown. */
export const History = ({ history, whats, names = {} }: HistoryProps) => {
  const told = history.flatMap(({ what, facts, atMs }) => {
    const sentence = whats[what]
    return sentence === undefined ? [] : [{ atMs, sentence: fill(sentence, facts, names) }]
  })
  return (
    <View>
      {told.reverse().map(({ atMs, sentence }, at) => (
        <View className={`${styles.entry} ${at === 0 ? styles.newest : ''}`} key={`${atMs} ${sentence}`}>
          <View className={styles.sentence}>{sentence}</View>
          <View className={styles.time}>{moment(atMs)}</View>
        </View>
      ))}
    </View>
  )
}
