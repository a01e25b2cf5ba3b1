import { Text, View } from '@tarojs/components'
import { yuan } from '../format/yuan.ts'
import styles from './price.module.scss'

interface PriceProps {
  readonly fen: number
  readonly size?: 'small' | 'normal' | 'large'
  /** Plain text colour, for sums that are no offer. */
  readonly plain?: boolean
  /** The cheapest of several: 起. */
  readonly from?: string
}

export const Price = ({ fen, size = 'normal', plain, from }: PriceProps) => (
  <View className={`${styles.price} ${styles[size]} ${plain ? styles.plain : ''}`}>
    <Text className={styles.amount}>{`¥${yuan(fen)}`}</Text>
    {from !== undefined && <Text className={styles.from}>{from}</Text>}
  </View>
)
