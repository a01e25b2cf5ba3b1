import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { CloudError } from '../cloud-error.ts'
import type { Fault } from '../fault-hook.ts'
import {
  type ActionHandler,
  type ActionReply,
  type Caller,
  type EmulatorContext,
  HttpError,
  RawReply,
  type SdkCall,
} from '../service.ts'
import { parseJsonObject } from './parse-json.ts'
import { parseMultipart } from './parse-multipart.ts'

/** Who holds a token of an invocation: the function that sends, and the user it acts for. */
export interface TokenHolder {
  readonly from: NonNullable<SdkCall['from']>
  readonly caller?: Caller
  /** Ends the process that runs it, for faults. */
  readonly kill: () => void
}

export interface AdminDoor {
  readonly context: EmulatorContext
  readonly actions: ReadonlyMap<string, ActionHandler>
  readonly holderOf: (token: string) => TokenHolder | undefined
}

/** The one endpoint of the SDK: finds the action, applies faults around it, answers in the SDK's envelope. */
export const createAdmin =
  (door: AdminDoor) =>
  async (request: IncomingMessage, bytes: Buffer): Promise<RawReply> => {
    const requestId = randomUUID()
    try {
      const contentType = request.headers['content-type'] ?? ''
      const parts = contentType.startsWith('multipart/')
        ? parseMultipart(bytes, contentType)
        : new Map<string, Buffer>()
      const body = parts.size > 0 ? textFields(parts) : parseJsonObject(bytes)
      const action = body.action
      if (typeof action !== 'string' || action === '')
        throw new CloudError('INVALID_PARAM', 'the request names no action')
      const handler = door.actions.get(action)
      if (handler === undefined)
        throw new CloudError('INVALID_PARAM', `the emulator does not know the action ${action}`)
      const holder = typeof body.wxCloudApiToken === 'string' ? door.holderOf(body.wxCloudApiToken) : undefined
      const call: SdkCall = {
        action,
        body,
        parts,
        requestId,
        envId: typeof body.envName === 'string' && body.envName !== '' ? body.envName : door.context.options.envId,
        ...(holder?.caller === undefined ? {} : { caller: holder.caller }),
        ...(holder === undefined ? {} : { from: holder.from }),
      }
      return envelope(requestId, await actWithFaults(door.context, handler, call, holder))
    } catch (error) {
      return errorEnvelope(requestId, error)
    }
  }

const textFields = (parts: ReadonlyMap<string, Buffer>) =>
  Object.fromEntries([...parts].map(([name, bytes]) => [name, bytes.toString('utf8')]))

const actWithFaults = async (
  context: EmulatorContext,
  handler: ActionHandler,
  call: SdkCall,
  holder: TokenHolder | undefined,
): Promise<ActionReply | RawReply> => {
  const fault = context.faults.decide({
    party: call.action.slice(0, call.action.indexOf('.')),
    action: call.action === 'wx.wxPayApi' || call.action === 'wx.openApi' ? String(call.body.apiName) : call.action,
    requestId: call.requestId,
    ...(call.from === undefined ? {} : { functionName: call.from.functionName }),
    ...(call.caller === undefined ? {} : { openid: call.caller.openid }),
    detail: call.body,
  })
  if (fault === undefined) return handler(call)
  if (fault.kind === 'delay') {
    await new Promise((resolve) => setTimeout(resolve, fault.ms))
    return handler(call)
  }
  if (fault.after) await handler(call)
  return suffer(fault, holder)
}

const suffer = async (fault: Exclude<Fault, { kind: 'delay' }>, holder: TokenHolder | undefined): Promise<never> => {
  if (fault.kind === 'error') throw new CloudError(fault.code, fault.message)
  if (fault.kind === 'kill') holder?.kill()
  // Neither a time-out nor a death is answered; the SDK gives up by itself after 15 s at the latest.
  return new Promise<never>(() => {})
}

const envelope = (requestId: string, reply: ActionReply | RawReply): RawReply =>
  reply instanceof RawReply ? reply : json({ requestId, ...reply })

const errorEnvelope = (requestId: string, error: unknown): RawReply => {
  if (error instanceof CloudError) return json({ requestId, code: error.code, message: error.message })
  if (error instanceof HttpError && error.status < 500)
    return json({ requestId, code: 'INVALID_PARAM', message: error.message })
  if (error instanceof RangeError)
    return json({ requestId, code: 'INVALID_PARAM', message: `too deep: ${error.message}` })
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.emitWarning(`pay-emulator: ${message}`)
  return json({ requestId, code: 'SYS_ERR', message: `the emulator failed: ${message}` })
}

const json = (value: unknown) => new RawReply(JSON.stringify(value), 'application/json; charset=utf-8')
