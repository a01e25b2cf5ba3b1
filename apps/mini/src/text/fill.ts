import { yuan } from '../format/yuan.ts'

type Facts = Readonly<Record<string, string | number>>

/** Puts facts into a sentence: `{amountFen}` becomes yuan, any other `{name}` the fact itself, or what people call it. */
export const fill = (sentence: string, facts: Facts = {}, names: Readonly<Record<string, string>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name]
    return typeof fact === 'number' && name.endsWith('Fen') ? yuan(fact) : (names[String(fact)] ?? String(fact ?? ''))
  })
