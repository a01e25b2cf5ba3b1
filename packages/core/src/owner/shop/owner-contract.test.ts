import { expect, it } from 'vitest'
import { ownerContract } from '../owner-contract.ts'

it('the function owner sends parcels, decides after-sales and restocks', () => {
  expect(Object.keys(ownerContract.actions)).toEqual(expect.arrayContaining(['ship', 'agreeAfterSale', 'restock']))
})
