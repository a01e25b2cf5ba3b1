import type {
  ActionName,
  CallAnswer,
  CommonRefusal,
  Contract,
  OutputOf,
  ParsedOf,
  Refusal,
  RefusalOf,
  Result,
} from '@pay/core'
import { maskOf } from '../digest.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { PortError } from '../ports/port-error.ts'
import type { Call, Caller } from './call.ts'
import { parseCall } from './parse-call.ts'

/** One function per action: the parsed input in, the answer or a refusal out. */
export type HandlersOf<C extends Contract> = {
  readonly [A in ActionName<C>]: (
    input: ParsedOf<C, A>,
    call: Call,
  ) => Promise<Result<OutputOf<C, A>, RefusalOf<C, A> | CommonRefusal>>
}

/** The same of some of a contract's actions: a trade's part of the function `owner`. */
export type HandlersOfActions<Actions extends Contract['actions']> = HandlersOf<Contract<string, Actions>>

/** Where the function runs: who calls, when, and where lines go. */
export interface Host {
  /** Read anew for every call; `undefined` when no client of this app calls. */
  caller(): Caller | undefined
  /** The platform's own number of this invocation. */
  requestId(context: unknown): string
  readonly clock: Clock
  readonly log: Log
  /** How long a call may work before it answers. */
  readonly budgetMs: number
}

/**
 * A cloud function's `main` from a contract: checks the caller, parses the input, maps refusals, logs once. The only place
 * where a bug is caught; its caller gets a number to report and nothing else.
 */
export const serve =
  <C extends Contract>(contract: C, handlers: HandlersOf<C>, host: Host) =>
  async (event: unknown, context?: unknown): Promise<CallAnswer<unknown, Refusal>> => {
    const startMs = host.clock.nowMs()
    const requestId = host.requestId(context)
    const caller = host.caller()
    const parsed = caller === undefined ? undefined : parseCall(contract, event)
    const answer = await run()
    logCall()
    return answer

    async function run(): Promise<CallAnswer<unknown, Refusal>> {
      if (caller === undefined || parsed === undefined) return { ok: false, error: { code: 'NOT_FOUND' } }
      if (!parsed.ok) return { ok: false, error: parsed.refusal }
      const { action, input } = parsed.value
      const handler = handlers[action as ActionName<C>] as HandlersOf<C>[ActionName<C>]
      try {
        const call: Call = { caller, requestId, untilMs: startMs + host.budgetMs }
        const result = await handler(input as ParsedOf<C, ActionName<C>>, call)
        return result.ok ? { ok: true, data: result.value } : { ok: false, error: result.refusal }
      } catch (error) {
        return { ok: false, error: refusalOf(error) }
      }
    }

    function refusalOf(error: unknown): CommonRefusal {
      const busy = error instanceof PortError
      host.log.write({
        level: busy ? 'warn' : 'error',
        event: 'trouble',
        function: contract.name,
        requestId,
        error: error instanceof Error ? (busy ? error.message : (error.stack ?? error.message)) : String(error),
      })
      return busy ? { code: 'BUSY', retryAfterMs: 1_000 } : { code: 'INTERNAL', requestId }
    }

    function logCall(): void {
      const orderNo = orderNoIn(answer) ?? orderNoIn(parsed)
      host.log.write({
        level: 'info',
        event: 'call',
        function: contract.name,
        action: parsed?.ok ? parsed.value.action : '',
        requestId,
        ...(orderNo === undefined ? {} : { orderNo }),
        ...(caller === undefined ? {} : { user: maskOf(caller.openid) }),
        ms: host.clock.nowMs() - startMs,
        outcome: answer.ok ? 'ok' : answer.error.code,
      })
    }
  }

/** The first order number in an answer or an input, two steps deep. */
const orderNoIn = (value: unknown, depth = 3): string | undefined => {
  if (depth === 0 || value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const { orderNo } = value as { orderNo?: unknown }
  if (typeof orderNo === 'string') return orderNo
  for (const part of Object.values(value)) {
    const found = orderNoIn(part, depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}
