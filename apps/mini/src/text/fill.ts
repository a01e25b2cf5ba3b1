import { yuan } from '../format/yuan.ts'

type Facts = Readonly<Record<string, string | number>>

/** Puts facts into a sentence: `{amountFen}` becomes yuan, any other `{name}` the fact itself. */
export const fill = (sentence: string, facts: Facts = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name]
    return typeof fact === 'number' && name.endsWith('Fen') ? yuan(fact) : String(fact ?? '')
  })
