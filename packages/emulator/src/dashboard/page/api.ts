/// <reference lib="dom" />
export const get = <T>(path: string): Promise<T> => send(path, {})

export const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** The body is a text that is JSON already. */
export const put = <T>(path: string, text: string): Promise<T> =>
  send(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: text })

export const remove = <T>(path: string): Promise<T> => send(path, { method: 'DELETE' })

/** Rejects with the emulator's own sentence, which says what to do. */
const send = async <T>(path: string, init: RequestInit): Promise<T> => {
  const response = await fetch(`/__emulator/${path}`, init)
  if (response.status === 204) return undefined as T
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`)
  return answer as T
}
