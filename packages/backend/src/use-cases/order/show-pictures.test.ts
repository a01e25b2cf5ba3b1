import type { OrderView } from '@pay/core'
import { expect, test } from 'vitest'
import { memoryFiles } from '../../adapters/memory/memory-files.ts'
import { showPictures } from './show-pictures.ts'

const view = (pictures: readonly string[]) =>
  ({
    orderNo: 'x',
    detail: { vertical: 'shop', remark: 'see cloud:// there', afterSales: [{ key: 'as1', pictures }] },
  }) as unknown as OrderView

test('pictures of an order are shown by address, nothing else changes', async () => {
  const shown = await showPictures({ files: memoryFiles() }, view(['cloud://env.123/a.jpg', 'cloud://env.123/b.jpg']))
  expect(shown).toEqual(view(['https://files.test/env.123/a.jpg', 'https://files.test/env.123/b.jpg']))
})

test('a picture that is gone keeps its id, and an order without pictures asks nothing', async () => {
  const gone = { addressesOf: async () => new Map<string, string>() }
  expect(await showPictures({ files: gone }, view(['cloud://env.123/a.jpg']))).toEqual(view(['cloud://env.123/a.jpg']))
  const never = { addressesOf: () => Promise.reject(new Error('asked')) }
  expect(await showPictures({ files: never }, view([]))).toEqual(view([]))
})
