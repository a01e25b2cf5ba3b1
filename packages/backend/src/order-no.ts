import { createHash } from 'node:crypto'
import type { OpenId, OrderNo, RequestId } from '@pay/core'

// Crockford's base 32: no I, L, O, U, so nobody misreads a number on the phone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The same buyer's same request gives the same number, so a retry finds the order instead of placing a second one.
 * 26 characters hold 130 bits of the hash; the number tells nothing of the openid.
 */
export const orderNoFor = (buyer: OpenId, requestId: RequestId): OrderNo =>
  numberFor('orderNo', buyer, requestId) as OrderNo

/** 26 characters for these parts; `what` keeps the numbers of different things apart. */
export const numberFor = (what: string, ...parts: readonly string[]): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([what, ...parts]))
    .digest()
  let bits = 0
  let held = 0
  let number = ''
  for (const byte of hash) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && number.length < 26) {
      bits -= 5
      number += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return number
}
