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

const sayValue = (name: string, value: string | number): string => {
  if (typeof value === 'number' && name.endsWith('Fen')) return `¥${yuan(value)}`
  // As WeChat writes the day of a bill.
  if (name === 'day') return String(value).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return o.values[`${name}.${value}`] ?? o.values[String(value)] ?? String(value)
}
