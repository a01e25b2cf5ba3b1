import { View } from '@tarojs/components'
import { Pressable } from '../../components/pressable.tsx'
import { e } from '../text/index.ts'
import styles from './stars.module.scss'

interface StarsProps {
  readonly value: number
  readonly onChange: (stars: number) => void
}

/** One to five, by tapping the last one that shines. */
export const Stars = ({ value, onChange }: StarsProps) => (
  <View className={styles.stars}>
    {[1, 2, 3, 4, 5].map((count) => (
      <Pressable
        key={count}
        label={e.manage.star(count)}
        selected={count === value}
        className={styles.star}
        onPress={() => onChange(count)}
      >
        {count <= value ? '★' : '☆'}
      </Pressable>
    ))}
  </View>
)
