import type { OrderView } from '@pay/core'
import { expect, test } from 'vitest'
import { ownerDuty } from './owner-duty.ts'

const order = (afterSales: readonly string[], actions: readonly string[] = [], refunds: readonly object[] = []) =>
  ({
    detail: { vertical: 'shop', afterSales: afterSales.map((state) => ({ state })), actions },
    refunds,
  }) as unknown as OrderView

test('somebody who waits for money back comes before a parcel', () => {
  expect(ownerDuty(order([], ['ship']))).toBe('ship')
  expect(ownerDuty(order(['requested'], ['ship']))).toBe('decide')
  expect(ownerDuty(order(['refunded', 'returning']))).toBe('takeBack')
  expect(ownerDuty(order(['refunded', 'refused']))).toBeUndefined()
})

test('a refund that WeChat closed is sent again, one that is on its way is not', () => {
  const closed = { state: 'closed', reason: 'buyerRequest' }
  expect(ownerDuty(order(['refunding'], [], [closed]))).toBe('refundAgain')
  expect(ownerDuty(order(['refunding'], [], [closed, { state: 'accepted', reason: 'buyerRequest' }]))).toBeUndefined()
  expect(ownerDuty(order(['refunding'], [], [{ state: 'accepted', reason: 'buyerRequest' }]))).toBeUndefined()
})
