/**
 * Whether a call whose answer was lost may be sent again without asking anybody: it only reads, or it carries its own
 * requestId, by which the server knows it again, or it names the end it wants, which is the same end the second time.
 */
export const isSafeToRepeat = (action: string, input: unknown): boolean =>
  reading.test(action) || ends.has(action) || hasRequestId(input)

const reading = /^(get|list|quote|refresh|search|price|preview|count)/

const ends = new Set(['pay', 'cancel'])

const hasRequestId = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && typeof (input as { requestId?: unknown }).requestId === 'string'
