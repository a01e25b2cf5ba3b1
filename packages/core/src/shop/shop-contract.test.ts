import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { shopContract, shopOwnerActions } from './shop-contract.ts'
import { address } from './testing.ts'

const actions = { ...shopContract.actions, ...shopOwnerActions }
const orderNo = '0123456789ABCDEFGHJKMNPQRS'
const requestId = 'request-0123456789'
const line = { goodsId: 'cup', skuId: 'cup-1', quantity: 2 }
const lines = [line]
const parcel = { carrier: 'SF', trackingNo: 'SF123456' }
const claim = { orderNo, requestId, pieces: [{ skuId: 'cup-1', quantity: 1 }], wants: 'refundOnly', reason: 'damaged' }

/** One good input of every action, with everything that may be in it. */
const good: Readonly<Record<keyof typeof actions, readonly unknown[]>> = {
  listGoods: [{}, { cursor: 'abc', category: '茶', featured: true, search: '杯' }],
  listCategories: [{}],
  getGoods: [{ goodsId: 'cup' }],
  repriceCart: [{ lines: [] }, { lines: [{ ...line, seenFen: 0 }, line] }],
  quote: [{ lines }, { lines, couponIds: ['c1'], address }],
  placeOrder: [
    { requestId, lines },
    { requestId, lines, remark: '谢谢', couponIds: ['c1'], address },
  ],
  listCoupons: [{}],
  claimCoupon: [{ couponId: 'c1' }],
  confirmReceipt: [{ orderNo }],
  remind: [{ orderNo }],
  askAfterSale: [claim, { ...claim, wants: 'returnAndRefund', note: '裂了', pictures: ['cloud://a/b'], amountFen: 1 }],
  withdrawAfterSale: [{ orderNo, key: 'as1' }],
  sendBack: [{ orderNo, key: 'as99', ...parcel }],
  ship: [{ orderNo, ...parcel, all: true }],
  agreeAfterSale: [
    { orderNo, key: 'as1' },
    { orderNo, key: 'as1', returnTo: '李掌柜 13900001234 龙泉市剑池街道 1 号' },
  ],
  refuseAfterSale: [{ orderNo, key: 'as1', because: '已使用' }],
  acceptReturn: [{ orderNo, key: 'as1', restock: false }],
  refundAgain: [{ orderNo, key: 'as1' }],
  restock: [{ requestId, skuId: 'cup-1', more: -5 }],
}
const parse = (action: string, input: unknown) => v.safeParse(actions[action as keyof typeof actions].input, input)
const message = (action: string, input: unknown) => parse(action, input).issues?.[0]?.message

describe('the function shop', () => {
  it.each(Object.entries(good))('%s takes what it is for', (action, inputs) => {
    expect(Object.keys(good).sort()).toEqual(Object.keys(actions).sort())
    for (const input of inputs) {
      const parsed = parse(action, input)
      expect(parsed.issues).toBeUndefined()
      expect(parsed.output).toMatchObject(input as object)
    }
    const needed = Object.keys(inputs[0] as object)
    for (const key of needed)
      expect(parse(action, { ...(inputs[0] as object), [key]: undefined }).success, key).toBe(false)
  })

  it('fills in what was left out', () => {
    expect(parse('placeOrder', { requestId, lines }).output).toStrictEqual({
      requestId,
      lines,
      remark: '',
      couponIds: [],
    })
    expect(parse('askAfterSale', claim).output).toStrictEqual({ ...claim, note: '', pictures: [] })
    expect(parse('quote', { lines }).output).toStrictEqual({ lines, couponIds: [] })
  })

  it('says how much it takes', () => {
    const many = (n: number) => Array.from({ length: n }, (_, at) => ({ ...line, skuId: `s${at}` }))
    expect(message('quote', { lines: [] })).toBe('takes one line or more')
    expect(message('quote', { lines: many(50) })).toBeUndefined()
    expect(message('quote', { lines: many(51) })).toBe('takes 50 lines at most')
    expect(message('repriceCart', { lines: many(100) })).toBeUndefined()
    expect(message('repriceCart', { lines: many(101) })).toBe('takes 100 lines at most')
    expect(message('quote', { lines, couponIds: ['a', 'b', 'c', 'd', 'e'] })).toBeUndefined()
    expect(parse('quote', { lines, couponIds: ['a', 'b', 'c', 'd', 'e', 'f'] }).success).toBe(false)
    expect(message('askAfterSale', { ...claim, pieces: [] })).toBe('takes one line or more')
    const pieces = many(51).map(({ skuId, quantity }) => ({ skuId, quantity }))
    expect(message('askAfterSale', { ...claim, pieces })).toBe('takes 50 lines at most')
    expect(message('askAfterSale', { ...claim, pieces: pieces.slice(1) })).toBeUndefined()
    expect(message('askAfterSale', { ...claim, wants: 'all' })).toBe('takes refundOnly or returnAndRefund')
    expect(message('askAfterSale', { ...claim, reason: 'why' })).toBe('takes one of the reasons')
    for (const key of ['as0', 'as100', 'xas1', 'as1x', 'as'])
      expect(message('agreeAfterSale', { orderNo, key })).toBe('takes the key of an after-sale')
    expect(message('ship', { orderNo, ...parcel, all: 'yes' })).toBe('takes true or false')
    expect(message('acceptReturn', { orderNo, key: 'as1', restock: 1 })).toBe('takes true or false')
    expect(message('restock', { requestId, skuId: 's', more: 0.5 })).toBe('takes a whole number')
    for (const more of [-99_999, 99_999]) expect(message('restock', { requestId, skuId: 's', more })).toBeUndefined()
    for (const more of [-100_000, 100_000])
      expect(parse('restock', { requestId, skuId: 's', more }).success).toBe(false)
  })
})
