import type { ErrandView } from '@pay/core'
import { View } from '@tarojs/components'
import { e } from '../text/index.ts'
import styles from './task-head.module.scss'

interface TaskHeadProps {
  readonly view: ErrandView
  /** The words for where it stands: the buyer's, unless said. */
  readonly states?: Readonly<Record<ErrandView['task'], string>>
  /** What it means for the reader, or what comes next. */
  readonly note?: string | undefined
}

/** Where the task stands, in the largest words of the page. */
export const TaskHead = ({ view, states = e.tasks, note }: TaskHeadProps) => (
  <View className={styles.head}>
    <View className={styles.state}>{states[view.task]}</View>
    {note !== undefined && <View className={styles.note}>{note}</View>}
  </View>
)
