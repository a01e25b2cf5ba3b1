import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './bottom-bar.module.scss'

/** Stays at the foot of the screen, above the home bar; leaves its own height free below the page's content. */
export const BottomBar = ({ children }: PropsWithChildren) => (
  <>
    <View className={styles.room} />
    <View className={styles.bar}>{children}</View>
  </>
)
