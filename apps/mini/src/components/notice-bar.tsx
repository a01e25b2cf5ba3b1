import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria.ts'
import styles from './notice-bar.module.scss'

/** A refusal or a warning where it belongs: on the page, until it is over, never as a toast. */
export const NoticeBar = ({ kind = 'warn', children }: PropsWithChildren<{ kind?: 'warn' | 'danger' }>) => (
  <View className={`${styles.bar} ${styles[kind]}`} {...aria({ role: kind === 'danger' ? 'alert' : 'status' })}>
    {children}
  </View>
)
