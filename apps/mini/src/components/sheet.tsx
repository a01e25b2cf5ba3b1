import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { t } from '../text/index.ts'
import { aria } from './aria.ts'
import { OverAll } from './over-all.tsx'
import { Pressable } from './pressable.tsx'
import styles from './sheet.module.scss'

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** Stays in sight whatever else has to be scrolled. */
  readonly foot?: ReactNode
}

/** Slides over the foot of the page; the shade and the cross close it. */
export const Sheet = ({ open, onClose, title, foot, children }: PropsWithChildren<SheetProps>) =>
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
        <View className={styles.body}>{children}</View>
        {foot !== undefined && <View className={styles.foot}>{foot}</View>}
      </View>
    </OverAll>
  ) : null
