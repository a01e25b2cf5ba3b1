import { View } from '@tarojs/components'
import { t } from '../text/index.ts'
import { Pressable } from './pressable.tsx'
import styles from './stepper.module.scss'

interface StepperProps {
  readonly value: number
  readonly min?: number
  readonly max: number
  readonly onChange: (value: number) => void
}

export const Stepper = ({ value, min = 1, max, onChange }: StepperProps) => (
  <View className={styles.stepper}>
    <Pressable
      className={`${styles.step} ${value <= min ? styles.off : ''}`}
      disabled={value <= min}
      label={t.stepper.less}
      onPress={() => onChange(value - 1)}
    >
      −
    </Pressable>
    <View className={styles.value}>{value}</View>
    <Pressable
      className={`${styles.step} ${value >= max ? styles.off : ''}`}
      disabled={value >= max}
      label={t.stepper.more}
      onPress={() => onChange(value + 1)}
    >
      ＋
    </Pressable>
  </View>
)
