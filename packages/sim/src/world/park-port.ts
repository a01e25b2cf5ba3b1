import { PortError } from '@pay/backend'
import type { Scheduler } from '../engine/scheduler.ts'

/** How a port says that it does not know: most throw, the gateway and the messages answer. */
export type Failure = (port: string) => { readonly throws: Error } | { readonly answers: unknown }

/** The words by which a bug is told from a fault that was meant. */
export const injected = 'injected fault'

export const throwsPortError: Failure = (port) => ({ throws: new PortError(port, injected) })
export const answersUnknown: Failure = () => ({ answers: { kind: 'unknown', reason: injected } })
export const answersFailed: Failure = () => ({ answers: { kind: 'failed', reason: injected } })

/** The same port, with every call parked until the scheduler picks it and decides its fate. */
export const parkPort = <P extends object>(scheduler: Scheduler, port: string, real: P, failure: Failure): P =>
  parkPortOf(
    () => scheduler,
    port,
    () => real,
    failure,
  )

/** The same, for worlds that come one after the other: which one's scheduler and port it is, is asked at every call. */
export const parkPortOf = <P extends object>(
  schedulerNow: () => Scheduler,
  port: string,
  realNow: () => P,
  failure: Failure,
): P => {
  const parked: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(realNow()))
    parked[name] =
      typeof member === 'function'
        ? parkMethod(schedulerNow, callName(port, name), port, name, realNow as () => Methods, failure)
        : member
  return parked as P
}

type Methods = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>

const parkMethod =
  (schedulerNow: () => Scheduler, call: string, port: string, name: string, realNow: () => Methods, failure: Failure) =>
  (...args: readonly unknown[]): unknown => {
    const scheduler = schedulerNow()
    const real = realNow()
    if (scheduler.healing) return real[name]?.(...args)
    return new Promise((resolve, reject) => {
      scheduler.park(call, 'port', (fate) => {
        const answer = fate === 'failed' ? undefined : real[name]?.(...args)
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
