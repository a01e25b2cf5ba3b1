import type { Http } from '../../ports/http.ts'
import { PortError } from '../../ports/port-error.ts'

/** HTTP by the platform's fetch. What goes wrong is told without the address: it may hold secrets. */
export const fetchHttp: Http = {
  async send({ method, url, body, timeoutMs }) {
    try {
      const answer = await fetch(url, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
      })
      return { status: answer.status, body: await answer.text() }
    } catch (error) {
      throw new PortError('http', reasonOf(error))
    }
  },
}

const reasonOf = (error: unknown): string => {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: unknown } }
  if (name === 'TimeoutError') return 'no answer in time'
  return typeof cause?.code === 'string' ? cause.code : 'no connection'
}
