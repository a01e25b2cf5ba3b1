import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { mayServe, productsFor, type Sale } from './may-serve.ts'
import { goodsCategories, type PayProduct, type Platform, type Trade } from './trade.ts'

const on = (trade: Trade, platform: Platform = 'android', more: Partial<Sale> = {}): Sale => ({
  trade,
  platform,
  ...more,
})
const platforms: readonly Platform[] = ['android', 'harmony', 'windows', 'mac', 'ios']
const products: readonly PayProduct[] = ['cloudPay', 'wechatPay', 'virtualPayment']

describe('which product may take the money', () => {
  it('of a tip: virtual payment and nothing else, by rule 5.13', () => {
    expect(productsFor(on({ kind: 'tip' }))).toEqual(['virtualPayment'])
    expect(mayServe('wechatPay', on({ kind: 'tip' }))).toMatchObject({ allowed: false, rule: '5.13' })
    expect(productsFor(on({ kind: 'virtualGoods' }, 'harmony'))).toEqual(['virtualPayment'])
  })

  it('of an errand’s own tip: ordinary pay, and the owner has to agree', () => {
    expect(productsFor(on({ kind: 'errandTip' }))).toEqual(['cloudPay', 'wechatPay'])
    expect(mayServe('cloudPay', on({ kind: 'errandTip' })).confirm).toMatch(/确认/)
    expect(mayServe('cloudPay', on({ kind: 'errand' })).confirm).toBeUndefined()
    expect(productsFor(on({ kind: 'errand' }))).toEqual(['cloudPay', 'wechatPay'])
    expect(mayServe('virtualPayment', on({ kind: 'errand' })).rule).toBe('virtual-1')
  })

  it('of goods: not cloudPay for the kinds that it is forbidden, not virtual payment for any', () => {
    const forbidden = goodsCategories.filter(
      (category) => !mayServe('cloudPay', on({ kind: 'goods', category })).allowed,
    )
    expect(forbidden).toEqual(goodsCategories.filter((category) => category !== 'other'))
    expect(forbidden).toHaveLength(12)
    for (const category of goodsCategories) {
      expect(mayServe('wechatPay', on({ kind: 'goods', category })).allowed).toBe(true)
      expect(mayServe('virtualPayment', on({ kind: 'goods', category })).allowed).toBe(false)
    }
    expect(mayServe('cloudPay', on({ kind: 'goods', category: 'toys' })).rule).toBe('1.5')
  })

  it('of a donation: none', () => {
    for (const platform of platforms) expect(productsFor(on({ kind: 'donation' }, platform))).toEqual([])
  })

  it('on an Apple phone: not under 1 yuan, not in the sandbox; on a Mac: not at all', () => {
    const tip = (more: Partial<Sale>) => mayServe('virtualPayment', on({ kind: 'tip' }, 'ios', more)).allowed
    expect(tip({})).toBe(true)
    expect(tip({ amountFen: fen(99) })).toBe(false)
    expect(tip({ amountFen: fen(100) })).toBe(true)
    expect(tip({ sandbox: true })).toBe(false)
    expect(
      mayServe('virtualPayment', on({ kind: 'tip' }, 'android', { amountFen: fen(99), sandbox: true })).allowed,
    ).toBe(true)
    expect(productsFor(on({ kind: 'tip' }, 'mac'))).toEqual([])
  })

  it('is said with a reason and an official address, whatever is asked', () => {
    const trade = fc.oneof(
      fc.constantFrom<Trade>({ kind: 'errand' }, { kind: 'errandTip' }, { kind: 'tip' }, { kind: 'donation' }),
      fc.constantFrom(...goodsCategories).map((category): Trade => ({ kind: 'goods', category })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...products), trade, fc.constantFrom(...platforms), (product, sold, platform) => {
        const answer = mayServe(product, on(sold, platform))
        expect(answer.because.length).toBeGreaterThan(10)
        expect(answer.source).toMatch(/^https:\/\/developers\.weixin\.qq\.com\//)
        expect(answer.rule).not.toBe('')
      }),
    )
  })
})
