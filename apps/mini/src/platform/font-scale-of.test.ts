import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fontScaleOf } from './font-scale-of.ts'

test('the usual size of either kind of phone is 1, and care mode is larger', () => {
  expect(
    [16, 17, undefined].map((fontSizeSetting) => fontScaleOf({ ...(fontSizeSetting && { fontSizeSetting }) })),
  ).toEqual([1, 1, 1])
  expect(fontScaleOf({ fontSizeSetting: 22 })).toBeCloseTo(1.375)
  expect(fontScaleOf({ fontSizeSetting: 22, fontSizeScaleFactor: 1.4 })).toBe(1.4)
})

test('whatever the phone says, words never shrink and never outgrow the screen', () => {
  fc.assert(
    fc.property(fc.double(), fc.option(fc.double(), { nil: undefined }), (fontSizeSetting, fontSizeScaleFactor) => {
      const scale = fontScaleOf({ fontSizeSetting, ...(fontSizeScaleFactor !== undefined && { fontSizeScaleFactor }) })
      expect(scale).toBeGreaterThanOrEqual(1)
      expect(scale).toBeLessThanOrEqual(1.6)
    }),
  )
})
