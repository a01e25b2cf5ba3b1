import { describe, expect, test } from 'vitest'
import { memorySigner } from '../memory/memory-signer.ts'
import { hmacSigner } from './hmac-signer.ts'

const [first, second] = ['a'.repeat(32), 'b'.repeat(32)] as const

describe.each([
  ['HMAC', () => hmacSigner(() => [first])],
  ['memory', memorySigner],
])('a signer (%s)', (_, make) => {
  test('recognises what it signed and nothing else', () => {
    const signer = make()
    const signature = signer.sign('12.00 yuan')
    expect(signature).toMatch(/^[0-9A-Za-z_-]{20,100}$/)
    expect(signer.verify('12.00 yuan', signature)).toBe(true)
    expect(signer.verify('1.00 yuan', signature)).toBe(false)
    expect(signer.verify('12.00 yuan', `${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}`)).toBe(false)
    expect(signer.verify('12.00 yuan', '')).toBe(false)
  })
})

describe('a signer by HMAC', () => {
  test('recognises what an older key signed, once a new one is put before it', () => {
    const signature = hmacSigner(() => [first]).sign('text')
    expect(hmacSigner(() => [second, first]).verify('text', signature)).toBe(true)
    expect(hmacSigner(() => [second]).verify('text', signature)).toBe(false)
  })

  test('takes no key that could be tried through, and says so only when one is needed', () => {
    const signer = hmacSigner(() => ['short'])
    expect(() => signer.sign('text')).toThrow('32 characters or more')
    expect(() => hmacSigner(() => []).sign('text')).toThrow('32 characters or more')
  })
})
