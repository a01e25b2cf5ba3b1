/** What a person could meet on an ordinary day is a value; a bug throws. `code` names the refusal, the other fields explain it. */
export type Result<T, R extends Refusal = Refusal> = Ok<T> | Err<R>

export interface Refusal {
  readonly code: string
}

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Err<R extends Refusal> {
  readonly ok: false
  readonly refusal: R
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const err = <const R extends Refusal>(refusal: R): Err<R> => ({ ok: false, refusal })
