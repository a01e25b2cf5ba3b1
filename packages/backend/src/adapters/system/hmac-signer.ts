import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Signer } from '../../ports/signer.ts'

/** Shorter keys can be tried through. */
const leastKeyLength = 32

/**
 * HMAC-SHA256. `keys` is asked at the first use, so that functions that sign nothing need none: the first key signs, all
 * of them are recognised, and so a key can be replaced without a quote being lost.
 */
export const hmacSigner = (keys: () => readonly string[]): Signer => {
  let known: readonly string[] | undefined
  const all = (): readonly string[] => {
    known ??= checked(keys())
    return known
  }
  return {
    sign: (text) => macOf(all()[0] as string, text),
    verify: (text, signature) => all().some((key) => isSame(macOf(key, text), signature)),
  }
}

const checked = (keys: readonly string[]): readonly string[] => {
  if (keys.length === 0 || keys.some((key) => key.length < leastKeyLength))
    throw new Error(`a key for signing needs ${leastKeyLength} characters or more`)
  return keys
}

const macOf = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url')

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
