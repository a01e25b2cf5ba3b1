import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import styles from './card.module.scss'

interface CardProps {
  readonly title?: ReactNode
}

export const Card = ({ title, children }: PropsWithChildren<CardProps>) => (
  <View className={styles.card}>
    {title !== undefined && <View className={styles.title}>{title}</View>}
    {children}
  </View>
)
