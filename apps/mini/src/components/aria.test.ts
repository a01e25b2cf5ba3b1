import { afterEach, expect, test, vi } from 'vitest'
import attributes from '../../config/aria/attributes.json'
import { aria } from './aria.ts'

afterEach(() => vi.unstubAllEnvs())

const all = { role: 'button', label: 'Close', disabled: true, selected: false, hidden: true } as const

test('a browser is told the role, and whether a button is pressed', () => {
  vi.stubEnv('TARO_ENV', 'h5')
  expect(aria(all)).toMatchObject({ role: 'button', 'aria-label': 'Close', 'aria-pressed': 'false' })
})

test('nothing is said where there is nothing to say', () => {
  expect(aria({})).toEqual({})
  expect(aria({ label: undefined, disabled: false, selected: undefined })).toEqual({})
})

test('on weapp every attribute is one that the templates know', () => {
  vi.stubEnv('TARO_ENV', 'weapp')
  expect(Object.keys(aria(all)).sort()).toEqual(Object.keys(attributes.View).sort())
})
