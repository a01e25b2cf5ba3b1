import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { aria } from './aria.ts'
import styles from './link-row.module.scss'
import { Pressable } from './pressable.tsx'

interface LinkRowProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  /** Where it leads; or what it does. */
  readonly to?: string
  readonly onPress?: () => void
}

/** A line that leads somewhere. */
export const LinkRow = ({ title, note, to, onPress }: LinkRowProps) => (
  <Pressable className={styles.row} onPress={onPress ?? (() => void Taro.navigateTo({ url: to ?? '' }))}>
    <View className={styles.words}>
      <View>{title}</View>
      {note !== undefined && <View className={styles.note}>{note}</View>}
    </View>
    <View className={styles.arrow} {...aria({ hidden: true })}>
      ›
    </View>
  </Pressable>
)
