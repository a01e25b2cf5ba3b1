import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTakenOut } from './present-verticals.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

/** pnpm's own words, which need no script of ours. */
const ownWords = ['install', 'exec', 'add']

/** The scripts that a text tells its reader to run: `pnpm x`, `npx -y pnpm@12 x`, `pnpm -s x`. */
const commandsIn = (text: string) => [
  ...new Set([...text.matchAll(/\bpnpm(?:@12)? (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name)),
]

const packages = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(root, folder, entry.name, 'package.json')))
    .map((entry) => `${folder}/${entry.name}`),
)
const pages = ['README.md', 'README.zh-CN.md', ...packages.map((name) => `${name}/README.md`)]

describe.each(pages)('%s', (page) => {
  it('exists', () => {
    expect(existsSync(path.join(root, page))).toBe(true)
  })

  it('names only commands that there are', () => {
    for (const command of commandsIn(read(page))) expect([...Object.keys(scripts), ...ownWords]).toContain(command)
  })

  it('links only to what is there', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link = '']) => link)
    for (const place of links.map((link) => path.join(path.dirname(page), link)))
      if (!isTakenOut(root, place)) expect(existsSync(path.join(root, place)), place).toBe(true)
  })
})

describe('the front page', () => {
  it('names only places that there are', () => {
    // What a build makes is not there before it.
    for (const page of ['README.md', 'README.zh-CN.md'])
      for (const [, place = ''] of read(page).matchAll(/`((?:packages|apps|cloudfunctions|scripts)[^`]*)`/g))
        if (!place.includes('/dist') && !isTakenOut(root, place))
          expect(existsSync(path.join(root, place)), place).toBe(true)
  })

  it('tells the same commands in both languages', () => {
    expect(commandsIn(read('README.zh-CN.md'))).toEqual(commandsIn(read('README.md')))
  })

  it('is what CI runs', () => {
    expect(read('.ci/run')).toContain('npx -y pnpm@12 test')
  })
})

describe('a Node that is too old', () => {
  it('is told so in one line that says what to do', () => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); await import('./scripts/require-node.mjs')`
    const run = () => execFileSync('node', ['--input-type=module', '-e', pretend], { cwd: root, stdio: 'pipe' })
    expect(run).toThrow(/taropay needs Node 20\.19 or newer; this is 18\.20\.0\. Install it from https:\/\/nodejs\.org/)
  })
})
