import * as v from 'valibot'
import { expect, test } from 'vitest'
import { errandContract } from './errand-contract.ts'

const { input } = errandContract.actions.pickUp
const orderNo = 'N2QGDZ60B1ZF5C9ESTBZ16F7XQ'

test('what is bought or done is picked up without a code', () => {
  expect(v.parse(input, { orderNo, goodsFen: 2_150 })).toMatchObject({ code: '', goodsFen: 2_150 })
})

test('a code that is given has four digits', () => {
  expect(v.is(input, { orderNo, code: '0123' })).toBe(true)
  for (const code of ['123', '12345', 'abcd', ' ', '１２３４']) expect(v.is(input, { orderNo, code })).toBe(false)
})
