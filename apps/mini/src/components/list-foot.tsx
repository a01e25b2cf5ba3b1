import { View } from '@tarojs/components'
import { t } from '../text/index.ts'
import { Button } from './button.tsx'
import styles from './list-foot.module.scss'

type ListFootProps = { readonly phase: 'more' | 'moreFailed' | 'ready' | 'end'; readonly onMore: () => void }

/** Below a list: more is coming, could not come, or that was all. */
export const ListFoot = ({ phase, onMore }: ListFootProps) => (
  <View className={styles.foot}>
    {phase === 'end' && t.state.end}
    {phase === 'more' && t.state.loadingMore}
    {(phase === 'moreFailed' || phase === 'ready') && (
      <Button small kind="quiet" onPress={onMore}>
        {phase === 'ready' ? t.state.more : t.state.retry}
      </Button>
    )}
  </View>
)
