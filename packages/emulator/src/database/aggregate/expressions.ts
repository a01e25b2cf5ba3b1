import { createRequire } from 'node:module'
import type * as Mingo from 'mingo'
import { CloudError } from '../../cloud-error.ts'
import { isPlainObject, type Value } from '../values.ts'

export type Variables = Readonly<Record<string, Value>>

/** Runs one stage of mingo over documents that it may not change. Throws CloudError on operators that it lacks. */
export const runMingoStage = (docs: readonly object[], stage: object, variables: Variables = {}): object[] => {
  const { Aggregator, ProcessingMode } = mingo()
  try {
    const options = { processingMode: ProcessingMode.CLONE_OFF, scriptEnabled: false, variables }
    // Copied by us: mingo's own copy would turn an ObjectId into a plain object.
    return new Aggregator([stage as Record<string, unknown>], options).run(docs.map(copy) as Record<string, unknown>[])
  } catch (error) {
    throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${(error as Error).message}`)
  }
}

/** The value of an aggregation expression for one document. */
export const evaluate = (expression: Value, doc: object, variables: Variables = {}): Value => {
  const [result] = runMingoStage([doc], { $replaceRoot: { newRoot: { value: expression } } }, variables)
  return (result as { value?: Value } | undefined)?.value
}

// Loaded on first use: most functions never aggregate, and the emulator must be ready at once.
let loaded: typeof Mingo | undefined

const mingo = (): typeof Mingo => {
  loaded ??= createRequire(import.meta.url)('mingo') as typeof Mingo
  return loaded
}

const copy = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(copy) as T
  if (!isPlainObject(value)) return value
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(value)) out[key] = copy(value[key])
  return out as T
}
