import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFolder, bytesOf, filesIn, scriptsOf, stylesOf } from '../built-files.ts'

describe('a build holds only the way to the server that it was made for', () => {
  it('weapp calls the cloud and knows nothing of the emulator', () => {
    const scripts = scriptsOf('weapp')
    expect(scripts).toContain('callFunction')
    expect(scripts).not.toContain('x-emulator-user')
    expect(scripts).not.toContain('/client/pay')
  })

  it('h5 in production has no rail: it neither calls a cloud nor opens any cashier', () => {
    const scripts = scriptsOf('h5')
    for (const word of ['callFunction', 'x-emulator-user', '/client/pay', 'requestPayment:'])
      expect(scripts).not.toContain(word)
    expect(scripts).toContain('NO_RAIL')
  })

  it('h5 against the emulator goes through its door', () => {
    const scripts = scriptsOf('h5-emulator')
    expect(scripts).toContain('x-emulator-user')
    expect(scripts).not.toContain('callFunction')
  })

  it('no build carries the schemas of the contracts: only the server needs them', () => {
    expect(scriptsOf('weapp')).not.toContain('takes an order state')
  })
})

describe('the mini-program stays small', () => {
  const weapp = buildFolder('weapp')
  const { subPackages } = existsSync(path.join(weapp, 'app.json'))
    ? (JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as { subPackages: { root: string }[] })
    : { subPackages: [] }
  const roots = subPackages.map(({ root }) => path.join(weapp, root))

  it('its main package is 450 KB at most', () => {
    const main = filesIn(weapp).filter((file) => !roots.some((root) => file.startsWith(root + path.sep)))
    expect(bytesOf(main)).toBeLessThanOrEqual(450_000)
  })

  it('and every subpackage 300 KB at most', () => {
    expect(roots.length).toBeGreaterThan(0)
    for (const root of roots) expect(bytesOf(filesIn(root))).toBeLessThanOrEqual(300_000)
  })
})

// https://developers.weixin.qq.com/miniprogram/dev/framework/audits/best-practice.html
describe("WeChat's rules for a good experience, as far as a build shows them", () => {
  it('nothing is styled by :active, which weapp cannot follow', () => {
    expect(stylesOf('weapp')).not.toMatch(/:active\b/)
  })

  it('whatever scrolls inside a page does so with inertia', () => {
    for (const [rule] of stylesOf('weapp').matchAll(/\{[^}]*overflow(-[xy])?:(scroll|auto)[^}]*\}/g))
      expect(rule).toContain('-webkit-overflow-scrolling:touch')
  })

  it('what is fixed to the foot of the screen leaves room for the home bar', () => {
    for (const [rule] of stylesOf('weapp').matchAll(/\{[^}]*bottom:0[^}]*\}/g))
      if (rule.includes('position:fixed') && !rule.includes('top:0')) expect(rule).toContain('safe-area-inset-bottom')
  })

  it('pages are loaded with only the components they need', () => {
    const { lazyCodeLoading } = JSON.parse(readFileSync(path.join(buildFolder('weapp'), 'app.json'), 'utf8'))
    expect(lazyCodeLoading).toBe('requiredComponents')
  })

  it('no outdated interface of the system is asked', () => {
    const ours = filesIn(buildFolder('weapp'))
      .filter((file) => /common\.js$|pages\/.*\.js$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
    expect(ours.join('\n')).not.toMatch(/getSystemInfo(Sync)?\(/)
  })
})
