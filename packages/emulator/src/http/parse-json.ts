import { HttpError } from '../service.ts'

/** An object from JSON bytes. Throws HttpError 400 for anything else, and for a key that could poison a prototype. */
export const parseJsonObject = (bytes: Buffer): Record<string, unknown> => {
  if (bytes.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'), refusePrototypeKeys)
  } catch (error) {
    if (error instanceof HttpError) throw error
    // A RangeError comes from nesting so deep that the reviver runs out of stack.
    throw new HttpError(400, `the body is not JSON that can be read: ${(error as Error).message}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpError(400, 'the body must be a JSON object')
  return value as Record<string, unknown>
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new HttpError(400, 'the key __proto__ is not accepted')
  return value
}
