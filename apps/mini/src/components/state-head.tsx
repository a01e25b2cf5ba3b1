import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './state-head.module.scss'

interface StateHeadProps {
  readonly state: string
  /** What it means for the reader, or what comes next: each a `StateNote`. */
  readonly children?: ReactNode
}

/** Where it stands, in the largest words of the page. */
export const StateHead = ({ state, children }: StateHeadProps) => (
  <View className={styles.head}>
    <View className={styles.state}>{state}</View>
    {children}
  </View>
)

export const StateNote = ({ children }: { readonly children: ReactNode }) => (
  <View className={styles.note}>{children}</View>
)
