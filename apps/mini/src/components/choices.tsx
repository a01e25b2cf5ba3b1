import { View } from '@tarojs/components'
import styles from './choices.module.scss'
import { Pressable } from './pressable.tsx'

interface ChoicesProps<T extends string> {
  readonly label?: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | undefined
  readonly onChange: (value: T) => void
  /** Three beside each other, all of one width. */
  readonly even?: boolean
}

/** One of a few. */
export const Choices = <T extends string>({ label, options, value, onChange, even }: ChoicesProps<T>) => (
  <View className={styles.group}>
    {label !== undefined && <View className={styles.label}>{label}</View>}
    <View className={styles.options}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          selected={option.value === value}
          className={`${styles.option} ${even ? styles.third : ''} ${option.value === value ? styles.chosen : ''}`}
          onPress={() => onChange(option.value)}
        >
          {option.label}
        </Pressable>
      ))}
    </View>
  </View>
)
