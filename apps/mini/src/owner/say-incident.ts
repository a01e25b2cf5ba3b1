import type { IncidentView } from '@pay/core'
import { moment } from '../format/moment.ts'
import { yuan } from '../format/yuan.ts'
import { o } from './text/index.ts'

export interface SaidIncident {
  readonly title: string
  /** What a person has to do about it. */
  readonly todo: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly orderNo?: string
}

/** What did not fit, in words: what it is, what to do, and the facts to do it with. */
export const sayIncident = ({ kind, atMs, facts }: IncidentView): SaidIncident => {
  const words =
    o.kinds[`${kind}.field.${facts.field}`] ?? o.kinds[`${kind}.answer.${facts.answer}`] ?? o.kinds[kind] ?? o.otherKind
  const { todo, orderNo } = facts
  return {
    title: words.title,
    todo: (kind === 'billDifference' ? o.todos[String(todo)] : undefined) ?? words.todo,
    facts: [
      { label: o.seenAt, value: moment(atMs) },
      ...Object.entries(facts)
        .filter(([name]) => name !== 'todo')
        .map(([name, value]) => ({ label: o.facts[name] ?? name, value: sayValue(name, value) })),
    ],
    ...(typeof orderNo === 'string' && { orderNo }),
  }
}

const sayValue = (name: string, value: string | number): string =>
  typeof value === 'number' && name.endsWith('Fen')
    ? `¥${yuan(value)}`
    : (o.values[`${name}.${value}`] ?? o.values[String(value)] ?? String(value))
