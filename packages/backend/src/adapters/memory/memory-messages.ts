import type { Messages, Shipping } from '../../ports/messages.ts'

/** Keeps what was sent, for tests to read. */
export const memoryMessages = (): Messages & { readonly shipped: Shipping[] } => {
  const shipped: Shipping[] = []
  return {
    shipped,
    async uploadShipping(shipping) {
      shipped.push(shipping)
      return { kind: 'done' }
    },
  }
}
