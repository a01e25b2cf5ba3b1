import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFolder, scriptsOf } from '../built-files.ts'

describe.each(['alipay', 'tt'])('the build for %s, where no rail exists yet', (build) => {
  it('has every page that WeChat has', () => {
    const { pages, subPackages } = JSON.parse(readFileSync(path.join(buildFolder(build), 'app.json'), 'utf8')) as {
      pages: readonly string[]
      subPackages: readonly { root: string; pages: readonly string[] }[]
    }
    const all = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
    expect(all).toContain('pages/home/index')
    for (const page of all) expect(existsSync(path.join(buildFolder(build), `${page}.js`)), page).toBe(true)
  })

  it('neither calls a server nor opens a cashier: payment is refused by name and nothing is ordered', () => {
    const scripts = scriptsOf(build)
    for (const word of ['callFunction', 'x-emulator-user', '/client/pay', 'requestPayment:', 'tradePay:'])
      expect(scripts).not.toContain(word)
    expect(scripts).toContain('this build has no server')
    expect(scripts).toContain('NO_RAIL')
  })
})
