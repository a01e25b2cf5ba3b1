import { type Transport, TransportError } from '@pay/client'

/** A build without a server: every question stays without an answer, and nothing can be ordered. */
export const noTransport: Transport = {
  call: async () => {
    throw new TransportError('this build has no server')
  },
}
