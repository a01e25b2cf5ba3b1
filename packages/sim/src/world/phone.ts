import type { CallAnswer, Refusal } from '@pay/core'
import type { Process } from '../engine/process.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import type { FunctionName } from './functions.ts'
import type { World } from './world.ts'

/** The mini-program on one phone: it calls functions over a bad network, opens the cashier, and may be closed at any moment. */
export class Phone {
  readonly openid: string
  readonly process: Process
  readonly #world: World
  readonly #scheduler: Scheduler

  constructor(world: World, openid: string, who: string) {
    this.#world = world
    this.#scheduler = world.scheduler
    this.openid = openid
    this.process = world.scheduler.process('phone', 'phone', who, { SOURCE: 'wx_client', OPENID: openid })
  }

  /** Runs what the user does until the app is closed. */
  use(story: () => Promise<void>): void {
    this.#scheduler.later(this.process, 'open', 'none', () => {
      this.#scheduler.start(this.process, story, (settled) => {
        if (!settled.ok) throw settled.error
      })
    })
  }

  /** `event`: sent in place of the usual one, by somebody who can. */
  call(name: FunctionName, action: string, input: unknown, event: unknown = { action, input }): Promise<Answer> {
    const scheduler = this.#scheduler
    const caller = this.process
    return new Promise((resolve) => {
      let waiting = true
      const answer = (value: Answer) => {
        if (!waiting) return
        waiting = false
        scheduler.later(caller, 'answer', 'network', (fate) => resolve(fate === 'done' ? value : 'lost'))
      }
      scheduler.park('call', 'network', (fate) => {
        if (fate === 'failed') return answer('lost')
        const context = { SOURCE: 'wx_client', OPENID: this.openid, CLIENTIP: '203.0.113.7' }
        const process = scheduler.process(`${name}.${action}`, 'function', caller.who, context)
        process.onDeath = () => answer('lost')
        scheduler.start(
          process,
          () => this.#world.functions[name](event, {}),
          (settled) => answer(settled.ok ? (settled.value as Answer) : 'lost'),
        )
        if (fate === 'answerLost') answer('lost')
      })
    })
  }

  /** A call after the storm, by the same user: nothing fails any more. */
  async outside(name: FunctionName, action: string, input: unknown): Promise<void> {
    const context = { SOURCE: 'wx_client', OPENID: this.openid, CLIENTIP: '203.0.113.7' }
    this.#scheduler.current = this.#scheduler.process(`${name}.${action}`, 'world', this.process.who, context)
    await this.#world.functions[name]({ action, input }, {})
  }

  /** The user does something on the phone itself: nothing can go wrong but that the app is closed instead. */
  act<T>(what: string, doIt: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.#scheduler.park(what, 'none', () => resolve(doIt()))
    })
  }
}

/** `lost`: the phone does not know what became of its call. */
export type Answer = CallAnswer<unknown, Refusal> | 'lost'
