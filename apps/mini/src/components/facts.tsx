import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './facts.module.scss'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Names on the left, what they are on the right. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <View className={styles.facts}>
    {facts.map(({ label, value }, at) => (
      <View className={styles.fact} key={`${at} ${label}`}>
        <Text className={styles.label}>{label}</Text>
        <View className={styles.value}>
          <View className={styles.inner}>{value}</View>
        </View>
      </View>
    ))}
  </View>
)
