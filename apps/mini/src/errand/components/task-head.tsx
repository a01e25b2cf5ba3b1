import type { ErrandView } from '@pay/core'
import { StateHead, StateNote } from '../../components/state-head.tsx'
import { e } from '../text/index.ts'

interface TaskHeadProps {
  readonly view: ErrandView
  /** The words for where it stands: the buyer's, unless said. */
  readonly states?: Readonly<Record<ErrandView['task'], string>>
  /** What it means for the reader, or what comes next. */
  readonly note?: string | undefined
}

/** Where the task stands. */
export const TaskHead = ({ view, states = e.tasks, note }: TaskHeadProps) => (
  <StateHead state={states[view.task]}>{note !== undefined && <StateNote>{note}</StateNote>}</StateHead>
)
