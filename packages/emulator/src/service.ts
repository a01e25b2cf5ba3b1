import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from './clock/clock.ts'
import type { Timeline } from './events/timeline.ts'
import type { FaultHook } from './fault-hook.ts'
import type { Journal } from './journal/journal.ts'
import type { ResolvedOptions } from './options.ts'
import type { Project } from './project/project.ts'
import type { User, Users } from './users/users.ts'

/** One simulated part of the cloud. A service is a folder, made by a factory that `services.ts` lists. */
export interface Service {
  readonly name: string
  /** One sentence for `/__emulator`: what it simulates and, if it matters, what it does not. */
  readonly about: string
  /** What the SDK asks for under `POST /admin`, by its own action names such as `database.getDocument`. */
  readonly actions?: Readonly<Record<string, ActionHandler>>
  readonly routes?: readonly Route[]
  /** Runs after every service exists and before the address answers; read the journal here. */
  start?(): Promise<void> | void
  /** Forgets everything, as if the data folder were empty. */
  reset?(): Promise<void> | void
  /** Ends timers and processes; called once. */
  dispose?(): Promise<void> | void
}

export type ServiceFactory = (context: EmulatorContext) => Service

/** What every service is given. There is one per emulator, so two emulators in one process share nothing. */
export interface EmulatorContext {
  readonly options: ResolvedOptions
  /** The functions, collections and rules of the project under emulation. */
  readonly project: Project
  readonly clock: Clock
  readonly events: Timeline
  readonly users: Users
  /** Asked before and after each call of a party; the faults service installs the rules. */
  readonly faults: FaultHook
  /** A durable list of records of one service: kept in `--data-dir`, forgotten without one. Same name, same list. */
  journal(name: string): Journal
  /** A folder for files of one service under `--data-dir`; undefined in memory. */
  folder(name: string): string | undefined
  /** Runs a cloud function, as any party. Never throws: what the function did wrong is in the answer. */
  invoke(invocation: Invocation): Promise<InvocationResult>
  /** `http://127.0.0.1:<port>`; only after the server listens. */
  address(): string
  /** Another service by name, for the few that build on each other. */
  service<T extends Service>(name: string): T
  services(): readonly Service[]
  /** Empties everything, of all services. */
  reset(): Promise<void>
  /** One line for the person at the terminal; silent with `--quiet`. */
  log(line: string): void
}

/** Who a call acts for. A payment notice and a timer act for nobody. */
export interface Caller {
  readonly openid: string
  readonly appid: string
  readonly unionid?: string
  readonly clientIp?: string
}

export interface Invocation {
  readonly functionName: string
  readonly event: unknown
  /** The SOURCE chain that getWXContext() shows: `wx_client`, `wx_client,scf`, `wx_paycallback`, `wx_trigger`. */
  readonly source: string
  readonly caller?: Caller
  /** The request that caused this one, for the timeline. */
  readonly parentRequestId?: string
}

export interface InvocationResult {
  readonly requestId: string
  readonly ok: boolean
  /** What the function returned, after a trip through JSON as in the cloud. */
  readonly result?: unknown
  /** Present when not ok; `code` is the cloud's own (FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTION_TIME_LIMIT_EXCEEDED …). */
  readonly error?: { readonly code: string; readonly message: string; readonly stack?: string }
  readonly ms: number
}

/** One request of the SDK, its body parsed and its caller known. */
export interface SdkCall {
  readonly action: string
  /** The JSON body, or the text fields of a multipart body. */
  readonly body: Readonly<Record<string, unknown>>
  /** The same fields as bytes; only multipart bodies (wx.wxPayApi, wx.openApi) have them. */
  readonly parts: ReadonlyMap<string, Buffer>
  readonly requestId: string
  readonly envId: string
  /** On whose behalf the function runs; absent in a payment notice or a timer. */
  readonly caller?: Caller
  /** The invocation that sent this; absent when the SDK runs outside a function of the emulator. */
  readonly from?: { readonly functionName: string; readonly requestId: string; readonly source: string }
}

/** Throw a CloudError to refuse. */
export type ActionHandler = (call: SdkCall) => ActionReply | RawReply | Promise<ActionReply | RawReply>

/** `data` plus whatever the action answers beside it (total, transactionId …). `undefined` is left out. */
export type ActionReply = { readonly data?: unknown } & Readonly<Record<string, unknown>>

/** An answer that is not the usual envelope: payment and openapi bodies, pages, files. */
export class RawReply {
  readonly body: Buffer | string
  readonly contentType: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(
    body: Buffer | string,
    contentType: string,
    status = 200,
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.body = body
    this.contentType = contentType
    this.status = status
    this.headers = headers
  }
}

/** An HTTP door. Steering lives under `/__emulator`, what a phone may call under `/client`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/__emulator/notices/:id/resend`; a last segment `*` takes the rest as parameter `rest`. */
  readonly path: string
  /** One line for `/__emulator`, with the body it wants. */
  readonly about: string
  /** Return a value to answer it as JSON, a RawReply for anything else, or undefined after writing `response` yourself. */
  handle(request: RouteRequest): unknown
}

export interface RouteRequest {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Parsed JSON of the body; `{}` when there is none. */
  readonly body: Readonly<Record<string, unknown>>
  readonly bytes: Buffer
  /** The test user named by the header `x-emulator-user` or the query parameter `user`; made on first use. */
  readonly user?: User
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Throw it in a route to answer with a status other than 200; the text says what to do. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
