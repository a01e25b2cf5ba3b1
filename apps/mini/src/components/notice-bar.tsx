import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './notice-bar.module.scss'

/** A refusal or a warning where it belongs: on the page, until it is over, never as a toast. */
export const NoticeBar = ({ kind = 'warn', children }: PropsWithChildren<{ kind?: 'warn' | 'danger' }>) => (
  <View className={`${styles.bar} ${styles[kind]}`} {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
    {children}
  </View>
)
