import type { OpenId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'

/**
 * What somebody is told by a subscribe message of WeChat, if they asked for it. The only effect that is not safe to repeat:
 * whoever runs it takes it out of the outbox first, so that it is sent once or, after a crash, not at all.
 */
export interface Tell<M extends string> {
  readonly message: M
  /** An openid, or whoever owns the shop. */
  readonly to: OpenId | 'owners'
  /** The sum that it is about; absent: the order's. */
  readonly amountFen?: Fen
  /** In a person's own words, such as why the owner refused; cut where WeChat's template is short. */
  readonly note?: string
}

/** Messages that every trade has. */
export type OrderMessage =
  /** To the buyer: the money is there. */
  | 'order.paid'
  /** To the buyer: money is back. */
  | 'order.refunded'
  /** To the owners: somebody paid. */
  | 'owner.newOrder'
  /** To the owners: somebody waits for an answer. */
  | 'owner.unanswered'

/** `part` tells one from the next of the same message on one order. */
export const tell = <K extends string, M extends string>(kind: K, what: Tell<M>, part?: string | number) => ({
  key: part === undefined ? `tell:${what.message}` : `tell:${what.message}:${part}`,
  effect: { kind, ...what },
})

/** Effects of this kind are messages. */
export const isTell = ({ kind }: { readonly kind: string }): boolean => kind === 'tell' || kind.endsWith('.tell')
