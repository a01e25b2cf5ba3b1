import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFolder, filesIn, scriptsOf, stylesOf } from '../built-files.ts'

const weapp = buildFolder('weapp')

interface AppJson {
  readonly lazyCodeLoading: string
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}
const app = () => JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as AppJson

/** Selector and body of each rule in a style sheet. */
const rulesOf = (styles: string) =>
  [...styles.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([whole, selector = '', body = '']) => ({ whole, selector, body }))

// https://developers.weixin.qq.com/miniprogram/dev/framework/audits/accessibility.html
describe("WeChat's rules of experience, as far as a build shows them", () => {
  it('whatever scrolls inside a page does so with inertia', () => {
    for (const { body } of rulesOf(stylesOf('weapp')))
      if (/overflow(-[xy])?:(scroll|auto)/.test(body)) expect(body).toContain('-webkit-overflow-scrolling:touch')
  })

  it('nothing is styled by :active, which weapp cannot follow', () => {
    expect(stylesOf('weapp')).not.toMatch(/:active\b/)
  })

  it('what is fixed to the foot of the screen leaves room for the home bar', () => {
    for (const { body } of rulesOf(stylesOf('weapp')))
      if (/bottom:0/.test(body) && body.includes('position:fixed') && !body.includes('top:0'))
        expect(body).toContain('safe-area-inset-bottom')
  })

  it('what is tapped is 44 px wide and high at least: the one component that takes taps sees to it', () => {
    expect(stylesOf('weapp')).toMatch(/min-height:88rpx;min-width:88rpx/)
  })
})

// https://developers.weixin.qq.com/miniprogram/dev/framework/audits/best-practice.html
describe("WeChat's best practices, as far as a build shows them", () => {
  it('no outdated interface is asked', () => {
    const ours = filesIn(weapp)
      .filter((file) => /common\.js$|pages\/.*\.js$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
    expect(ours.join('\n')).not.toMatch(/(getSystemInfo(Sync|Async)?|getUserInfo|getUserProfile|chooseImage)\(/)
  })

  it('nothing is asked over plain http', () => {
    // The namespace of a drawing is a name, and nothing is asked there.
    expect(/.{0,60}http:\/\/(?!www\.w3\.org\/).{0,60}/.exec(scriptsOf('weapp'))?.[0]).toBeUndefined()
  })

  it('every page is one that somebody can come to', () => {
    const { pages, subPackages } = app()
    const scripts = scriptsOf('weapp')
    const all = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((name) => `${root}/${name}`))]
    // Its path as a whole, or its own folder, put together with the path of its trade: `page('parcels')`.
    const isNamed = (page: string) =>
      scripts.includes(`/${page}`) || new RegExp(`\\(["'\`]${page.split('/').at(-2)}["'\`]\\)`).test(scripts)
    expect(all.filter((page) => !isNamed(page))).toEqual([])
  })

  it('no style sheet has more than 2 KB that nothing uses', () => {
    const scripts = scriptsOf('weapp')
    for (const file of filesIn(weapp).filter((name) => name.endsWith('.wxss'))) {
      const unused = rulesOf(readFileSync(file, 'utf8')).filter(({ selector }) => {
        const classes = [...selector.matchAll(/\.(-?[_a-zA-Z](?:\\.|[\w-])*)/g)].map(([, name = '']) => name)
        return classes.length > 0 && !classes.every((name) => scripts.includes(name.replaceAll('\\', '')))
      })
      expect(unused.map(({ whole }) => whole).join('').length, path.relative(weapp, file)).toBeLessThanOrEqual(2_048)
    }
  })
})

// https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/start_optimizeB.html
describe("WeChat's advice for a quick start, as far as a build shows it", () => {
  it('pages are loaded with only the components they need', () => {
    expect(app().lazyCodeLoading).toBe('requiredComponents')
  })

  it('no style sheet carries a picture of 10 KB or more', () => {
    for (const [picture] of stylesOf('weapp').matchAll(/url\(["']?data:[^)]*\)/g))
      expect(picture.length, picture.slice(0, 100)).toBeLessThan(10_000)
  })
})
