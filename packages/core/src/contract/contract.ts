import type { BaseIssue, BaseSchema, InferInput, InferOutput } from 'valibot'
import type { Refusal } from '../result.ts'

/** What every function may answer besides its own refusals. */
export type CommonRefusal =
  /** The input does not fit the contract; `path` names the field, `message` says what it takes. Nothing was done. */
  | { readonly code: 'BAD_INPUT'; readonly path: string; readonly message: string }
  /** The caller may not do this, or the thing does not exist for this caller: the two are not told apart. */
  | { readonly code: 'NOT_FOUND' }
  /** Too many writers at once, or the platform is busy. Nothing was lost: try again. */
  | { readonly code: 'BUSY'; readonly retryAfterMs: number }
  /** A bug or a broken platform; logged on the server under `requestId`. */
  | { readonly code: 'INTERNAL'; readonly requestId: string }

/** WeChat's content check says that others must not read what stands in this field: to be written anew. Nothing was done. */
export type TextRefusal = { readonly code: 'TEXT_REFUSED'; readonly field: string }

type AnySchema = BaseSchema<unknown, unknown, BaseIssue<unknown>>

/** One action of a function: its input schema, and as types its answer and the refusals its caller has to expect. */
export interface Action<S extends AnySchema = AnySchema, Output = unknown, R extends Refusal = Refusal> {
  readonly input: S
  /** Type only: never present at run time. */
  readonly types?: { readonly output: Output; readonly refusal: R }
}

/** One cloud function: `name` is its name in the cloud, `actions` what a client may ask of it. */
export interface Contract<
  Name extends string = string,
  Actions extends Record<string, Action> = Record<string, Action>,
> {
  readonly name: Name
  readonly actions: Actions
}

/** `action<Answer, Refusals>()(schema)`: two steps, because TypeScript infers all type arguments of a call or none. */
export const action =
  <Output, R extends Refusal = never>() =>
  <S extends AnySchema>(input: S): Action<S, Output, R> => ({ input })

export const defineContract = <Name extends string, Actions extends Record<string, Action>>(
  name: Name,
  actions: Actions,
): Contract<Name, Actions> => ({ name, actions })

export type ActionName<C extends Contract> = keyof C['actions'] & string
/** What a caller passes. */
export type InputOf<C extends Contract, A extends ActionName<C>> = InferInput<C['actions'][A]['input']>
/** What a handler gets: parsed and branded. */
export type ParsedOf<C extends Contract, A extends ActionName<C>> = InferOutput<C['actions'][A]['input']>
export type OutputOf<C extends Contract, A extends ActionName<C>> = NonNullable<C['actions'][A]['types']>['output']
export type RefusalOf<C extends Contract, A extends ActionName<C>> = NonNullable<C['actions'][A]['types']>['refusal']

/** What goes over the wire to a cloud function. */
export interface CallEvent {
  readonly action: string
  readonly input: unknown
}

/** What comes back. */
export type CallAnswer<T, R extends Refusal> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: R | CommonRefusal }
