import { PortError } from '../ports/port-error.ts'

/** What becomes of one call of a port. */
export type Fate =
  | 'done'
  /** It acted, and its answer is lost. */
  | 'lost'
  /** It failed before it acted. */
  | 'failed'

/**
 * The same port, with a fate for each call. `unknown` makes an answer of what would be thrown: a gateway never throws.
 * Nested ports (a coupon store's uses) are wrapped too.
 */
export const withFates = <T extends object>(
  port: T,
  name: string,
  fateOf: (call: string) => Fate,
  unknown?: (reason: string) => unknown,
): T =>
  new Proxy(port, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown
      if (typeof value === 'object' && value !== null && typeof key === 'string')
        return withFates(value, `${name}.${key}`, fateOf, unknown)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        const call = `${name}.${String(key)}`
        const fate = fateOf(call)
        const lose = () => {
          const reason = `${fate} on purpose`
          if (unknown === undefined) throw new PortError(call, reason)
          return unknown(reason)
        }
        if (fate === 'failed') return lose()
        const answer = await (value as (...all: unknown[]) => unknown).apply(target, args)
        return fate === 'lost' ? lose() : answer
      }
    },
  })
