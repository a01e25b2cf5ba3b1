import { type Creator, fen, type OpenId, type OrderNo, type OutTradeNo, type Page, tipPointsFen } from '@pay/core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AccessTokenStore } from '../../ports/access-token-store.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { SignedPayment, SignedPaymentStore } from '../../ports/signed-payment-store.ts'
import type { CreatorStore } from '../../ports/tip/creator-store.ts'
import type { BoardTip, TipBoard } from '../../ports/tip/tip-board.ts'

export interface TipStores {
  readonly creators: CreatorStore
  readonly board: TipBoard
  readonly sessions: SessionStore
  readonly tokens: AccessTokenStore
  readonly signed: SignedPaymentStore
}

/** What the stores of tipping and of virtual payment have to do. `makeStores` gives empty ones. */
export const tipStoresContract = ({ makeStores }: { makeStores: () => Promise<TipStores> | TipStores }) => {
  let stores: TipStores
  beforeEach(async () => {
    stores = await makeStores()
  })

  describe('the stores of tipping', () => {
    test('a creator is written whole: what the new terms lack is gone', async () => {
      await stores.creators.put(creator)
      expect(await stores.creators.get('potter')).toEqual(creator)
      const { custom: _, ...pointsOnly } = creator
      await stores.creators.put(pointsOnly)
      expect(await stores.creators.get('potter')).toEqual(pointsOnly)
      expect(await stores.creators.get('nobody')).toBeUndefined()
    })

    test('creators are listed in the order they came, page by page, and new terms move nobody', async () => {
      const made = ['zhou', 'anna', 'mei'].map((creatorId) => ({ ...creator, creatorId }))
      for (const one of made) {
        await stores.creators.put(one)
        // Two that come in the same millisecond have no order.
        for (const from = Date.now(); Date.now() === from; ) await Promise.resolve()
      }
      const renamed = { ...creator, creatorId: 'zhou', name: '陶艺老周' }
      await stores.creators.put(renamed)
      const listed: Creator[] = []
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const page: Page<Creator> = await stores.creators.list({ limit: 2, ...(cursor !== '' && { cursor }) })
        expect(page.items.length).toBeLessThanOrEqual(2)
        listed.push(...page.items)
        cursor = page.cursor
      }
      // Where the stores are those of a whole deployment, others are there before.
      expect(listed.slice(-3)).toEqual([renamed, made[1], made[2]])
    })

    test('a tip shows its newest copy, in whatever order the copies come', async () => {
      const { name: _, ...nameless } = tip('A', { revision: 3, countedFen: fen(0) })
      await Promise.all([stores.board.put(tip('A', { revision: 2 })), stores.board.put(nameless)])
      await stores.board.put(tip('A', { revision: 1 }))
      expect((await stores.board.ofOwner(anna, { limit: 5 })).items).toEqual([nameless])
      expect((await stores.board.ofCreator('potter', { limit: 5 })).items).toEqual([])
      expect(await stores.board.totals('potter')).toEqual({ totalFen: 0, tips: 0 })
    })

    test('a creator’s tips come newest first, page by page', async () => {
      for (const at of [1, 2, 3]) await stores.board.put(tip(`N${at}`, { givenAtMs: at }))
      await stores.board.put(tip('X', { creatorId: 'somebody' }))
      const first = await stores.board.ofCreator('potter', { limit: 2 })
      expect(first.items.map(({ givenAtMs }) => givenAtMs)).toEqual([3, 2])
      const rest = await stores.board.ofCreator('potter', { limit: 2, cursor: first.cursor ?? '' })
      expect(rest.items.map(({ givenAtMs }) => givenAtMs)).toEqual([1])
      expect(rest.cursor).toBeUndefined()
    })

    test('the board sums what counts by giver, the most first, among equals who got there first', async () => {
      await stores.board.put(tip('A', { giver: 'anna', name: '阿宁', countedFen: fen(200), givenAtMs: 1 }))
      await stores.board.put(tip('B', { giver: 'anna', name: '宁宁', countedFen: fen(300), givenAtMs: 9 }))
      await stores.board.put(tip('C', { giver: 'bo', name: '小波', countedFen: fen(500), givenAtMs: 5 }))
      const { name: _, ...hidden } = tip('D', { giver: 'anna-hidden', countedFen: fen(900), givenAtMs: 3 })
      await stores.board.put(hidden)
      await stores.board.put(tip('E', { giver: 'gone', countedFen: fen(0) }))
      expect(await stores.board.leaders('potter', 10)).toEqual([
        { giver: 'anna-hidden', totalFen: 900, tips: 1, lastAtMs: 3 },
        { giver: 'bo', name: '小波', totalFen: 500, tips: 1, lastAtMs: 5 },
        { giver: 'anna', name: '宁宁', totalFen: 500, tips: 2, lastAtMs: 9 },
      ])
      expect(await stores.board.leaders('potter', 1)).toHaveLength(1)
      expect(await stores.board.totals('potter')).toEqual({ totalFen: 1900, tips: 4 })
    })

    test('messages to be read come oldest first', async () => {
      await stores.board.put(tip('A', { review: true, givenAtMs: 2 }))
      await stores.board.put(tip('B', { review: true, givenAtMs: 1 }))
      await stores.board.put(tip('C', {}))
      expect((await stores.board.toReview({ limit: 5 })).items.map(({ givenAtMs }) => givenAtMs)).toEqual([1, 2])
    })
  })

  describe('the stores of virtual payment', () => {
    test('a session is the newest one, until it is over or dropped', async () => {
      await stores.sessions.put(anna, { sessionKey: 'old==', expiresAtMs: 100 })
      await stores.sessions.put(anna, { sessionKey: 'new==', expiresAtMs: 200 })
      expect(await stores.sessions.get(anna, 150)).toEqual({ sessionKey: 'new==', expiresAtMs: 200 })
      expect(await stores.sessions.get(anna, 200)).toBeUndefined()
      await stores.sessions.drop(anna)
      await stores.sessions.drop(anna)
      expect(await stores.sessions.get(anna, 150)).toBeUndefined()
    })

    test('of twenty instances one may fetch the token, and the next when it is done or died', async () => {
      const leases = await Promise.all(Array.from({ length: 20 }, () => stores.tokens.lease(1_000, 100)))
      expect(leases.filter((mine) => mine)).toHaveLength(1)
      expect(await stores.tokens.lease(1_099, 100)).toBe(false)
      expect(await stores.tokens.lease(1_100, 100)).toBe(true)
      await stores.tokens.put({ token: 't', expiresAtMs: 9_000 })
      expect(await stores.tokens.get()).toEqual({ token: 't', expiresAtMs: 9_000 })
      expect(await stores.tokens.lease(1_101, 100)).toBe(true)
      expect(await stores.tokens.get()).toEqual({ token: 't', expiresAtMs: 9_000 })
    })

    test('a signed payment is recorded once and looked at when it is due', async () => {
      await stores.signed.record(signed('A-1', 10))
      await stores.signed.record({ ...signed('A-1', 99), amountFen: fen(1) })
      await stores.signed.record(signed('B-1', 5))
      const due = (nowMs: number) => stores.signed.due(nowMs, { limit: 5 })
      expect((await due(10)).items).toEqual([signed('B-1', 5), signed('A-1', 10)])
      await stores.signed.lookAgain('B-1' as OutTradeNo, 20)
      await stores.signed.lookAgain('A-1' as OutTradeNo, undefined)
      await stores.signed.lookAgain('A-1' as OutTradeNo, 5)
      expect((await due(10)).items).toEqual([])
      expect((await due(20)).items).toEqual([signed('B-1', 20)])
    })
  })
}

const anna = 'oAnna0000000000000000000000' as OpenId

const creator: Creator = {
  creatorId: 'potter',
  name: '陶艺小周',
  avatar: '',
  intro: '在龙泉做杯子',
  thanks: '谢谢',
  open: true,
  pointsFen: tipPointsFen,
  custom: { leastFen: fen(100), mostFen: fen(50_000) },
}

const tip = (letter: string, more: Partial<BoardTip>): BoardTip => ({
  orderNo: letter.padEnd(26, '0') as OrderNo,
  revision: 1,
  creatorId: 'potter',
  creatorName: '陶艺小周',
  owner: anna,
  giver: 'anna',
  name: '阿宁',
  message: '好看',
  review: false,
  amountFen: fen(500),
  countedFen: fen(500),
  givenAtMs: 1,
  ...more,
})

const signed = (outTradeNo: string, nextCheckMs: number): SignedPayment => ({
  outTradeNo: outTradeNo as OutTradeNo,
  orderNo: 'A'.repeat(26) as OrderNo,
  payer: anna,
  amountFen: fen(500),
  signedAtMs: 1,
  nextCheckMs,
})
