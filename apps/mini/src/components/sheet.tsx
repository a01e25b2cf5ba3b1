import { RootPortal, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { scaleStyle } from '../platform/font-scale.ts'
import { t } from '../text/index.ts'
import { aria } from './aria.ts'
import { Pressable } from './pressable.tsx'
import styles from './sheet.module.scss'

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
}

/** Slides over the foot of the page; the shade and the cross close it. */
export const Sheet = ({ open, onClose, title, children }: PropsWithChildren<SheetProps>) =>
  open ? (
    <OverAll>
      <View className={styles.shade} onClick={onClose} catchMove />
      <View className={styles.sheet} {...aria({ role: 'dialog', label: title })}>
        <View className={styles.head}>
          <View className={styles.title}>{title}</View>
          <Pressable className={styles.close} label={t.close} onPress={onClose}>
            ✕
          </Pressable>
        </View>
        {children}
      </View>
    </OverAll>
  ) : null

/** weapp lifts it out of the page; Taro's h5 has no such component and needs none. */
const OverAll = ({ children }: PropsWithChildren) =>
  process.env.TARO_ENV === 'h5' ? (
    <View>{children}</View>
  ) : (
    <RootPortal>
      <View style={scaleStyle()}>{children}</View>
    </RootPortal>
  )
