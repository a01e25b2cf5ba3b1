import { afterEach, describe, expect, it, vi } from 'vitest'
import { findChromium } from './find-or-install-chromium.ts'

describe('the search for a Chromium', () => {
  afterEach(() => void vi.unstubAllEnvs())

  it('takes the one that CHROMIUM_PATH names', () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    expect(findChromium()).toBe(process.execPath)
  })

  it('says what to do when CHROMIUM_PATH names nothing', () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
    expect(findChromium).toThrow('CHROMIUM_PATH names /nowhere/chromium, which is not there.')
  })
})
