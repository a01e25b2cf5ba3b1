import { fen } from '@pay/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creatorOf, draftOf } from './creator-draft.ts'

const filled = { ...draftOf(undefined), name: ' 小周 ', thanks: '谢谢你', pointsFen: [fen(500), fen(100)] }

test('a page needs a name, thanks, and something to give', () => {
  expect(creatorOf('xiaozhou', '', filled)).toEqual({
    creatorId: 'xiaozhou',
    avatar: '',
    name: '小周',
    intro: '',
    thanks: '谢谢你',
    open: true,
    pointsFen: [100, 500],
  })
  for (const missing of [{ name: ' ' }, { thanks: '' }, { pointsFen: [] }, { least: '5' }, { least: '9', most: '5' }])
    expect(creatorOf('xiaozhou', '', { ...filled, ...missing })).toBeUndefined()
})

test('law: what is known of a creator stays as it is when nothing is changed', () => {
  const range = fc.tuple(fc.integer({ min: 100, max: 9_000 }), fc.integer({ min: 0, max: 9_000 }))
  fc.assert(
    fc.property(fc.boolean(), fc.option(range, { nil: undefined }), (open, limits) => {
      const custom = limits && { leastFen: fen(limits[0]), mostFen: fen(limits[0] + limits[1]) }
      const known = {
        creatorId: 'a',
        name: '甲',
        avatar: 'x',
        intro: '画画',
        thanks: '谢谢',
        open,
        pointsFen: [fen(100)],
      }
      const creator = { ...known, ...(custom !== undefined && { custom }) }
      expect(creatorOf('a', 'x', draftOf(creator))).toEqual(creator)
    }),
  )
})
