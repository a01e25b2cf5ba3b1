import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria.ts'
import styles from './pressable.module.scss'

interface PressableProps {
  readonly onPress?: () => void
  /** What a screen reader says when the content does not say it. */
  readonly label?: string
  readonly className?: string
  readonly disabled?: boolean
  readonly selected?: boolean
}

/** Anything that can be tapped and is no button to look at: as large as a finger, gives way under it, has a role. */
export const Pressable = ({
  onPress,
  label,
  className = '',
  disabled,
  selected,
  children,
}: PropsWithChildren<PressableProps>) => (
  <View
    className={`${styles.pressable} ${className}`}
    hoverClass={disabled ? 'none' : styles.pressed}
    hoverStayTime={80}
    onClick={disabled ? undefined : onPress}
    {...aria({ role: 'button', label, disabled, selected })}
    {...keys(onPress, disabled)}
  >
    {children}
  </View>
)

/** By key in the browser; WeChat's screen readers tap. */
const keys = (press?: () => void, disabled?: boolean) =>
  process.env.TARO_ENV === 'h5' ? { tabIndex: disabled ? -1 : 0, ...(!disabled && { onKeyDown: byKey(press) }) } : {}

const byKey = (press?: () => void) => (event: { readonly key: string; preventDefault(): void }) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  press?.()
}
