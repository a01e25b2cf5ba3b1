import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './button.module.scss'
import { Pressable } from './pressable.tsx'

interface ButtonProps {
  readonly onPress: () => void
  readonly kind?: 'main' | 'quiet' | 'danger'
  readonly small?: boolean
  /** Locked and turning: the answer is awaited. */
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly grow?: boolean
}

export const Button = ({
  onPress,
  kind = 'main',
  small,
  busy,
  disabled,
  grow,
  children,
}: PropsWithChildren<ButtonProps>) => (
  <Pressable
    className={[
      styles.button,
      styles[kind],
      small && styles.small,
      grow && styles.grow,
      disabled && !busy && styles.off,
      busy && styles.busy,
    ]
      .filter(Boolean)
      .join(' ')}
    disabled={disabled || busy}
    onPress={onPress}
  >
    {busy && <View className={styles.turning} />}
    <View className={styles.label}>{children}</View>
  </Pressable>
)
