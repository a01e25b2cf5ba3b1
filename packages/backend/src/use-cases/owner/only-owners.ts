import { type Contract, err } from '@pay/core'
import type { Owners } from '../../ports/owners.ts'
import type { HandlersOf } from '../../serve/serve.ts'

/** The same handlers, for owners only. Anybody else learns no more than that there is nothing here. */
export const onlyOwners = <H extends object>(owners: Owners, handlers: H): H =>
  Object.fromEntries(
    Object.entries(handlers as Record<string, AnyHandler>).map(([action, handle]) => [
      action,
      (async (input, call) =>
        owners.has(call.caller.openid) ? await handle(input, call) : err({ code: 'NOT_FOUND' })) satisfies AnyHandler,
    ]),
  ) as H

type AnyHandler = (input: never, call: Parameters<HandlersOf<Contract>[string]>[1]) => Promise<unknown>
