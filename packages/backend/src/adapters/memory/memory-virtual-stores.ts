import type { OpenId, OutTradeNo } from '@pay/core'
import type { AccessTokenStore, StoredToken } from '../../ports/access-token-store.ts'
import type { Session, SessionStore } from '../../ports/session-store.ts'
import type { SignedPayment, SignedPaymentStore } from '../../ports/signed-payment-store.ts'
import { pageOf } from './page-of.ts'

/** What virtual payment keeps, in Maps. */
export const memorySessionStore = (sessions = new Map<OpenId, Session>()): SessionStore => ({
  async get(user, nowMs) {
    const session = sessions.get(user)
    return session !== undefined && session.expiresAtMs > nowMs ? session : undefined
  },
  async put(user, session) {
    sessions.set(user, session)
  },
  async drop(user) {
    sessions.delete(user)
  },
})

export const memoryAccessTokenStore = (): AccessTokenStore => {
  let stored: StoredToken | undefined
  let leasedUntilMs = 0
  return {
    get: async () => stored,
    async put(token) {
      stored = token
      leasedUntilMs = 0
    },
    async lease(nowMs, forMs) {
      if (leasedUntilMs > nowMs) return false
      leasedUntilMs = nowMs + forMs
      return true
    },
  }
}

export const memorySignedPaymentStore = (payments = new Map<OutTradeNo, SignedPayment>()): SignedPaymentStore => ({
  async record(payment) {
    if (!payments.has(payment.outTradeNo)) payments.set(payment.outTradeNo, payment)
  },
  async due(nowMs, page) {
    const due = [...payments.values()].filter(({ nextCheckMs }) => nextCheckMs <= nowMs)
    return pageOf(due, ({ nextCheckMs, outTradeNo }) => ({ atMs: nextCheckMs, id: outTradeNo }), 'oldestFirst', page)
  },
  async lookAgain(outTradeNo, nextCheckMs) {
    const payment = payments.get(outTradeNo)
    if (payment === undefined) return
    if (nextCheckMs === undefined) payments.delete(outTradeNo)
    else payments.set(outTradeNo, { ...payment, nextCheckMs })
  },
})
