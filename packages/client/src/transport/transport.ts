import type { CallEvent } from '@pay/core'

/** How a call reaches a cloud function. Answers what the function returned, or throws a TransportError. */
export interface Transport {
  call(functionName: string, event: CallEvent): Promise<unknown>
}

/** The function gave no answer that we know of: whether it ran is open. `detail` is for a log, not for a person. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
}

/** Longer than the slowest function is allowed to run, shorter than a person waits. */
export const answerWithinMs = 20_000
