import type { Deps } from '@pay/backend'
import { payoutByHand } from '@pay/backend/system'
import { type Functions, functionsOver } from './functions.ts'
import { answersFailed, answersUnknown, type Failure, parkPortOf, throwsPortError } from './park-port.ts'
import type { RealPorts, World } from './world.ts'

/**
 * The functions, composed once, as a cloud function is that answers many calls: worlds come and go behind them. Putting
 * them together costs as much as a short life. Only one world at a time can play on a stage.
 */
export class Stage {
  readonly deps: Deps
  readonly functions: Functions
  #world: World

  constructor(first: World) {
    this.#world = first
    const port = <K extends keyof RealPorts>(name: K, failure: Failure = throwsPortError): RealPorts[K] =>
      parkPortOf(
        () => this.#world.scheduler,
        name,
        () => this.#world.ports[name],
        failure,
      )
    this.deps = {
      orders: port('orders'),
      goods: port('goods'),
      stock: port('stock'),
      coupons: { ...port('coupons'), uses: port('couponUses') },
      settings: port('settings'),
      ledger: port('ledger'),
      incidents: port('incidents'),
      hints: port('hints'),
      bookmarks: port('bookmarks'),
      gateways: { cloudPay: port('wechat', answersUnknown) },
      errand: {
        runners: port('runners'),
        reputations: port('reputations'),
        distance: port('distance'),
        payout: payoutByHand,
        signer: {
          sign: (text) => this.#world.signer.sign(text),
          verify: (text, signature) => this.#world.signer.verify(text, signature),
        },
      },
      textCheck: { check: (text, writer) => this.#world.textCheck.check(text, writer) },
      files: port('files'),
      messages: port('messages', answersFailed),
      clock: { nowMs: () => this.#world.nowMs() },
      ids: { nonce: () => this.#world.nonce() },
      log: { write: (line) => this.#world.log(line) },
    }
    this.functions = functionsOver(this.deps, () => this.#world.scheduler.current.context)
  }

  /** The next world's turn. What the last one had added to its deployment is gone. */
  enter(world: World): void {
    this.#world = world
    const { gateways, tip } = this.deps
    if (tip !== undefined) Object.assign(this.deps, { tip: undefined, gateways: { cloudPay: gateways.cloudPay } })
  }
}
