import type { RequestId } from '@pay/core'

/** 22 characters from the time and a source of chance (0 ≤ x < 1): no two of one person are the same. */
export const newRequestId = (nowMs: number, random: () => number): RequestId => {
  let id = nowMs.toString(36).padStart(9, '0')
  while (id.length < 22) id += alphabet[Math.floor(random() * alphabet.length)]
  return id as RequestId
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
