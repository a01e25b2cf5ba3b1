import type { Signer } from '../../ports/signer.ts'

/** Remembers what it signed: nothing else is ever recognised. */
export const memorySigner = (): Signer => {
  const texts = new Map<string, string>()
  return {
    sign(text) {
      const known = [...texts].find(([, signed]) => signed === text)?.[0]
      const signature = known ?? `signature-${String(texts.size + 1).padStart(12, '0')}`
      texts.set(signature, text)
      return signature
    },
    verify: (text, signature) => texts.get(signature) === text,
  }
}
