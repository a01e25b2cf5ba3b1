import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
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
    {...inBrowser(onPress, label, disabled, selected)}
  >
    {children}
  </View>
)

// The browser's attributes; weapp has no room for them in Taro's templates and would only ignore them.
const inBrowser = (press?: () => void, label?: string, disabled?: boolean, selected?: boolean) =>
  process.env.TARO_ENV !== 'h5'
    ? {}
    : {
        role: 'button',
        tabIndex: disabled ? -1 : 0,
        ...(label === undefined ? {} : { 'aria-label': label }),
        ...(disabled ? { 'aria-disabled': 'true' } : { onKeyDown: byKey(press) }),
        ...(selected === undefined ? {} : { 'aria-pressed': String(selected) }),
      }

const byKey = (press?: () => void) => (event: { readonly key: string; preventDefault(): void }) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  press?.()
}
