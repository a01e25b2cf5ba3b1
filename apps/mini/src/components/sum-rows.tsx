import { Text, View } from '@tarojs/components'
import { yuan } from '../format/yuan.ts'
import { Price } from './price.tsx'
import styles from './sum-rows.module.scss'

export interface SumRow {
  readonly label: string
  readonly fen: number
  /** Shown with a minus. */
  readonly off?: boolean
  /** Said instead of a sum that is not known yet. */
  readonly words?: string
}

interface SumRowsProps {
  readonly rows: readonly SumRow[]
  readonly total: SumRow
}

/** How a total came about: every part, then the sum they make. */
export const SumRows = ({ rows, total }: SumRowsProps) => (
  <View>
    {rows.map((row) => (
      <View className={styles.row} key={row.label}>
        <Text className={styles.label}>{row.label}</Text>
        <Text className={styles.amount}>{row.words ?? `${row.off && row.fen > 0 ? '−' : ''}¥${yuan(row.fen)}`}</Text>
      </View>
    ))}
    <View className={`${styles.row} ${styles.total}`}>
      <Text>{total.label}</Text>
      <Price fen={total.fen} />
    </View>
  </View>
)
