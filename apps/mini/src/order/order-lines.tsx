import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Picture } from '../components/picture.tsx'
import { Pressable } from '../components/pressable.tsx'
import { Price } from '../components/price.tsx'
import type { OrderLine } from '../vertical-entry.ts'
import styles from './order-lines.module.scss'

/** What is bought, line by line. */
export const OrderLines = ({ lines }: { readonly lines: readonly OrderLine[] }) => (
  <View>
    {lines.map((line, at) => (
      <Line line={line} key={at} />
    ))}
  </View>
)

const Line = ({ line }: { readonly line: OrderLine }) => {
  const { path } = line
  const content = (
    <>
      {line.picture !== undefined && (
        <View className={styles.picture}>
          <Picture src={line.picture} label={line.title} className={styles.rounded} />
        </View>
      )}
      <View className={styles.words}>
        <View className={styles.title}>{line.title}</View>
        {line.note !== '' && <View className={styles.note}>{line.note}</View>}
      </View>
      <View className={styles.side}>
        <Price fen={line.fen} size="small" plain />
        {line.quantity !== undefined && <Text className={styles.quantity}>×{line.quantity}</Text>}
      </View>
    </>
  )
  if (path === undefined) return <View className={styles.line}>{content}</View>
  return (
    <Pressable className={styles.line} onPress={() => void Taro.navigateTo({ url: path })}>
      {content}
    </Pressable>
  )
}
