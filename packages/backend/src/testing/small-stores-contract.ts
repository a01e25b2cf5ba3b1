import { fen, moveMoney, type OpenId, type OutTradeNo } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import type { PaymentNotice } from '../ports/payment-notice.ts'
import { noonMs } from './sample-orders.ts'

type SmallStores = Pick<Deps, 'ledger' | 'incidents' | 'hints' | 'bookmarks'>

/** What the smaller stores have to do. `makeStores` gives empty ones. */
export const smallStoresContract = ({ makeStores }: { makeStores: () => Promise<SmallStores> | SmallStores }) => {
  let stores: SmallStores
  beforeEach(async () => {
    stores = await makeStores()
  })

  describe('the smaller stores', () => {
    test('the books: every entry written once, read back by id and by day in Beijing', async () => {
      const entry = (id: string, atMs: number) => moveMoney(id, { from: 'sales:shop', to: 'wechat', amount: 100, atMs })
      const midnight = Date.UTC(2026, 10, 21, 16)
      const [late, early, next] = [entry('pay:b', midnight - 1), entry('pay:a', midnight - 9), entry('pay:c', midnight)]
      expect(await stores.ledger.post([late, early])).toBe(2)
      expect(await stores.ledger.post([late, next, { ...early, atMs: 0 }])).toBe(1)
      expect((await stores.ledger.ofDay('20261121', { limit: 9 })).items).toEqual([early, late])
      expect((await stores.ledger.ofDay('20261122', { limit: 9 })).items).toEqual([next])
      expect(await stores.ledger.getMany(['pay:c', 'none'])).toEqual([next])
      expect(await stores.ledger.getMany([])).toEqual([])
    })

    test('incidents: each recorded once, listed until a person resolves it', async () => {
      const incident = { key: 'orphan-1', kind: 'orphanPayment', atMs: noonMs, facts: { paidFen: 1 } } as const
      await stores.incidents.record(incident)
      await stores.incidents.record({ ...incident, atMs: noonMs + 5 })
      await stores.incidents.record({ ...incident, key: 'orphan-2', atMs: noonMs + 1 })
      expect((await stores.incidents.open({ limit: 9 })).items.map(({ key }) => key)).toEqual(['orphan-1', 'orphan-2'])
      expect(await stores.incidents.get('orphan-1')).toEqual(incident)
      expect(await stores.incidents.get('orphan-9')).toBeUndefined()
      expect(await stores.incidents.resolve('orphan-1', 'paid back by hand', noonMs + 9)).toBe(true)
      expect(await stores.incidents.resolve('orphan-1', 'again', noonMs + 9)).toBe(false)
      await stores.incidents.record(incident)
      expect((await stores.incidents.open({ limit: 9 })).items.map(({ key }) => key)).toEqual(['orphan-2'])
    })

    test('hints: one per payment, until dropped; dropping what is gone is no error', async () => {
      await stores.hints.keep(notice, noonMs)
      await stores.hints.keep(notice, noonMs + 1)
      const kept = await stores.hints.list({ limit: 9 })
      expect(kept.items).toEqual([{ key: notice.outTradeNo, notice, atMs: noonMs }])
      await stores.hints.drop(notice.outTradeNo)
      await stores.hints.drop(notice.outTradeNo)
      expect((await stores.hints.list({ limit: 9 })).items).toEqual([])
    })

    test('bookmarks: a place, or none', async () => {
      expect(await stores.bookmarks.get('job')).toBeUndefined()
      await stores.bookmarks.set('job', '12_a')
      await stores.bookmarks.set('job', '13_b')
      await stores.bookmarks.set('bill:cloudPay', '20261121')
      expect(await stores.bookmarks.get('job')).toBe('13_b')
      expect([...(await stores.bookmarks.all())].sort()).toEqual([
        ['bill:cloudPay', '20261121'],
        ['job', '13_b'],
      ])
      await stores.bookmarks.set('job', undefined)
      await stores.bookmarks.set('job', undefined)
      expect(await stores.bookmarks.get('job')).toBeUndefined()
      expect([...(await stores.bookmarks.all()).keys()]).toEqual(['bill:cloudPay'])
    })
  })
}

const notice: PaymentNotice = {
  kind: 'payment',
  rail: 'cloudPay',
  outTradeNo: '0123456789ABCDEFGHJKMNPQRS-1' as OutTradeNo,
  transactionId: '4200000000000000000000000001',
  payer: 'oBuyer00000000000000000000aa' as OpenId,
  totalFen: fen(1990),
}
