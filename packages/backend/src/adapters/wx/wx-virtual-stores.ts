import type { AccessTokenStore } from '../../ports/access-token-store.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { SignedPayment, SignedPaymentStore } from '../../ports/signed-payment-store.ts'
import { findPage } from './find-page.ts'
import type { WxDatabase, WxDocument } from './wx-cloud.ts'
import { wxTable } from './wx-table.ts'

/** Session keys in the cloud database: `{ _id: openid, sessionKey, expiresAtMs }`. Closed to every client. */
export const wxSessionStore = (db: WxDatabase): SessionStore => {
  const table = wxTable(db, 'sessions')
  return {
    async get(user, nowMs) {
      const { sessionKey, expiresAtMs }: Partial<WxDocument> = (await table.get(String(user))) ?? {}
      if (typeof sessionKey !== 'string' || typeof expiresAtMs !== 'number' || expiresAtMs <= nowMs) return undefined
      return { sessionKey, expiresAtMs }
    },
    put: (user, { sessionKey, expiresAtMs }) => table.put(String(user), { sessionKey, expiresAtMs }),
    drop: (user) => table.remove(String(user)),
  }
}

/** The access token in the cloud database: one document, `{ _id: 'accessToken', token, expiresAtMs, leasedUntilMs }`. */
export const wxAccessTokenStore = (db: WxDatabase): AccessTokenStore => {
  const _ = db.command
  const table = wxTable(db, 'tokens')
  const id = 'accessToken'
  return {
    async get() {
      const { token, expiresAtMs }: Partial<WxDocument> = (await table.get(id)) ?? {}
      return typeof token === 'string' && typeof expiresAtMs === 'number' ? { token, expiresAtMs } : undefined
    },
    put: ({ token, expiresAtMs }) => table.put(id, { token, expiresAtMs, leasedUntilMs: 0 }),
    async lease(nowMs, forMs) {
      const leasedUntilMs = nowMs + forMs
      if ((await table.update({ _id: id, leasedUntilMs: _.lte(nowMs) }, { leasedUntilMs })) === 1) return true
      return (await table.insert(id, { token: '', expiresAtMs: 0, leasedUntilMs })) === 'inserted'
    },
  }
}

/** Signed payments in the cloud database: `{ _id: outTradeNo, orderNo, payer, amountFen, signedAtMs, nextCheckMs }`. */
export const wxSignedPaymentStore = (db: WxDatabase): SignedPaymentStore => {
  const table = wxTable(db, 'signedPayments')
  return {
    async record({ outTradeNo, ...fields }) {
      await table.insert(outTradeNo, fields)
    },
    due: (nowMs, page) =>
      findPage(table, db.command, {
        condition: { nextCheckMs: db.command.lte(nowMs) },
        sortBy: 'nextCheckMs',
        direction: 'asc',
        page,
        read: signedOf,
      }),
    async lookAgain(outTradeNo, nextCheckMs) {
      if (nextCheckMs === undefined) await table.remove(String(outTradeNo))
      else await table.update({ _id: String(outTradeNo) }, { nextCheckMs })
    },
  }
}

const signedOf = ({ _id, ...fields }: WxDocument): SignedPayment =>
  ({ outTradeNo: _id, ...fields }) as unknown as SignedPayment
