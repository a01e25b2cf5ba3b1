import type { OrderView } from '@pay/core'
import { expect, test } from 'vitest'
import { memoryFiles } from '../../adapters/memory/memory-files.ts'
import { showPictures } from './show-pictures.ts'

const remark = 'cloud://env.123/evidence/x/a.jpg'
const view = (pictures: readonly string[]) =>
  ({
    orderNo: 'x',
    detail: { vertical: 'shop', remark, afterSales: [{ key: 'as1', pictures }] },
  }) as unknown as OrderView
const [first, second] = ['cloud://env.123/evidence/x/a.jpg', 'cloud://env.123/evidence/x/b.jpg']

test('pictures of an order are shown by address, nothing else changes', async () => {
  const shown = await showPictures({ files: memoryFiles() }, view([first, second]))
  expect(shown).toEqual(
    view(['https://files.test/env.123/evidence/x/a.jpg', 'https://files.test/env.123/evidence/x/b.jpg']),
  )
})

test('a picture that is gone keeps its id, and an order without pictures asks nothing', async () => {
  const gone = { envId: 'env', addressesOf: async () => new Map<string, string>() }
  expect(await showPictures({ files: gone }, view([first]))).toEqual(view([first]))
  const never = { envId: 'env', addressesOf: () => Promise.reject(new Error('asked')) }
  expect(await showPictures({ files: never }, view([]))).toEqual(view([]))
})

test('a file that nobody uploaded as a picture is never shown, whatever an order says', async () => {
  const never = { envId: 'env', addressesOf: () => Promise.reject(new Error('asked')) }
  for (const file of ['cloud://env.123/bills/20261121.csv', 'cloud://other.123/evidence/x/a.jpg'])
    expect(await showPictures({ files: never }, view([file]))).toEqual(view([file]))
})
