import { View } from '@tarojs/components'
import { t } from '../text/index.ts'
import { Button } from './button.tsx'
import styles from './page-state.module.scss'

interface PageStateProps {
  readonly title: string
  readonly note?: string
  /** The sign above the words. */
  readonly mark?: 'empty' | 'failed' | 'waiting'
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Instead of content: nothing there, or it could not be read. Always with a way on. */
export const PageState = ({ title, note, mark = 'empty', action }: PageStateProps) => (
  <View className={styles.state}>
    <View className={`${styles.mark} ${styles[mark]}`} />
    <View className={styles.title}>{title}</View>
    {note !== undefined && <View className={styles.note}>{note}</View>}
    {action !== undefined && (
      <Button small kind="quiet" onPress={action.run}>
        {action.label}
      </Button>
    )}
  </View>
)

/** Content could not be read: says so and offers to try again. */
export const Failed = ({ note, retry }: { readonly note: string; readonly retry: () => void }) => (
  <PageState mark="failed" title={t.state.failed} note={note} action={{ label: t.state.retry, run: retry }} />
)
