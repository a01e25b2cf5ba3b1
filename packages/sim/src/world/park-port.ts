import { PortError } from '@pay/backend'
import type { Scheduler } from '../engine/scheduler.ts'

type Method = (...args: never[]) => unknown

/** How a port says that it does not know: most throw, the gateway and the messages answer. */
export type Failure = (port: string) => { readonly throws: Error } | { readonly answers: unknown }

/** The words by which a bug is told from a fault that was meant. */
export const injected = 'injected fault'

export const throwsPortError: Failure = (port) => ({ throws: new PortError(port, injected) })
export const answersUnknown: Failure = () => ({ answers: { kind: 'unknown', reason: injected } })
export const answersFailed: Failure = () => ({ answers: { kind: 'failed', reason: injected } })

/** The same port, with every call parked until the scheduler picks it and decides its fate. */
export const parkPort = <P extends object>(scheduler: Scheduler, port: string, real: P, failure: Failure): P => {
  const parked: Record<string, unknown> = {}
  for (const name of Object.keys(real)) {
    const method = (real as Record<string, unknown>)[name]
    parked[name] =
      typeof method === 'function'
        ? parkMethod(scheduler, callName(port, name), port, method as Method, failure)
        : method
  }
  return parked as P
}

const parkMethod =
  (scheduler: Scheduler, call: string, port: string, method: Method, failure: Failure) =>
  (...args: never[]): unknown => {
    if (scheduler.healing) return method(...args)
    return new Promise((resolve, reject) => {
      scheduler.park(call, 'port', (fate) => {
        const answer = fate === 'failed' ? undefined : method(...args)
        if (fate === 'done') return resolve(answer)
        // Nobody will hear of it, not even that it failed.
        if (answer instanceof Promise) answer.catch(() => {})
        if (fate === 'failed' || fate === 'answerLost') {
          const said = failure(port)
          if ('throws' in said) reject(said.throws)
          else resolve(said.answers)
        }
      })
    })
  }

/** One string per call for all lives, so that counting it is one look-up. */
const callName = (port: string, method: string): string => {
  let methods = callNames.get(port)
  if (methods === undefined) {
    methods = new Map()
    callNames.set(port, methods)
  }
  let name = methods.get(method)
  if (name === undefined) {
    name = `${port}.${method}`
    methods.set(method, name)
  }
  return name
}

const callNames = new Map<string, Map<string, string>>()
