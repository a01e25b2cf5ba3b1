import { expect, test, vi } from 'vitest'
import { memoryBookmarkStore } from '../../adapters/memory/memory-bookmark-store.ts'
import { bookmarksOfRun } from './bookmarks-of-run.ts'

test('a run reads all bookmarks once, and reads back what it sets', async () => {
  const store = memoryBookmarkStore()
  await store.set('a', '1')
  const all = vi.spyOn(store, 'all')
  const run = bookmarksOfRun(store)
  expect(await run.get('a')).toBe('1')
  await run.set('a', undefined)
  await run.set('b', '2')
  expect([await run.get('a'), await run.get('b'), await run.get('c')]).toEqual([undefined, '2', undefined])
  expect(all).toHaveBeenCalledOnce()
  expect(await store.all()).toEqual(new Map([['b', '2']]))
})

test('a read that fails fails one job, and the next one reads again', async () => {
  const store = memoryBookmarkStore()
  await store.set('a', '1')
  vi.spyOn(store, 'all').mockRejectedValueOnce(new Error('down'))
  const run = bookmarksOfRun(store)
  await expect(run.get('a')).rejects.toThrow('down')
  expect(await run.get('a')).toBe('1')
})

test('a place that could not be set is not taken for set', async () => {
  const store = memoryBookmarkStore()
  vi.spyOn(store, 'set').mockRejectedValueOnce(new Error('down'))
  const run = bookmarksOfRun(store)
  await expect(run.set('a', '1')).rejects.toThrow('down')
  expect(await run.get('a')).toBeUndefined()
})
