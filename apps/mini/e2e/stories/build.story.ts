import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFolder, bytesOf, filesIn, scriptsOf } from '../built-files.ts'

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
