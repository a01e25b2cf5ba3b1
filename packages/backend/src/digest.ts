import { createHash } from 'node:crypto'

/** Tells whether two requests ask the same, whatever the order of their keys. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64url')
    .slice(0, 32)

/** A stand-in for an openid in logs: the same person gives the same one, and it leads nowhere. */
export const maskOf = (openid: string): string => createHash('sha256').update(`log:${openid}`).digest('hex').slice(0, 8)

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
