import type { InvocationResult } from '../service.ts'
import type { Outcome, UserError } from './function-process.ts'

/** What the caller gets for what became of an invocation, in the cloud's own codes. */
export const toResult = (outcome: Outcome, timeoutMs: number): Pick<InvocationResult, 'ok' | 'result' | 'error'> => {
  if (outcome.kind === 'returned') return { ok: true, result: JSON.parse(outcome.json) }
  if (outcome.kind === 'timeout')
    return failed('FUNCTION_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${timeoutMs / 1000} seconds`)
  if (outcome.kind === 'died') return failed('FUNCTIONS_EXECUTE_FAIL', outcome.reason)
  const stack = ownStack(outcome.error)
  const told = { errorCode: 1, errorMessage: 'user code exception caught', stackTrace: stack }
  return failed('FUNCTIONS_EXECUTE_FAIL', JSON.stringify(told), stack)
}

/** The stack without the frames of the emulator and of Node. */
const ownStack = ({ stack }: UserError) =>
  stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !/node:|runner\.cjs|new Promise \(<anonymous>\)/.test(line))
    .join('\n')

export const failed = (code: string, message: string, stack?: string) => ({
  ok: false,
  error: { code, message, ...(stack === undefined ? {} : { stack }) },
})
