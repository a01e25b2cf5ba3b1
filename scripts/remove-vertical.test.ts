import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { presentVerticals } from './present-verticals.ts'
import { findVertical, verticals, withoutVerticals } from './remove-vertical.ts'

const root = path.resolve(import.meta.dirname, '..')
const present = presentVerticals(root)

const registry = `import { errandJobs } from './errand/errand-jobs.ts'
import { shopJobs } from './shop/shop-jobs.ts'
export { shopHandlers } from './use-cases/shop/shop-handlers.ts'

/** What shopJobs is about. */
export const jobs = {
  bills: walkBills,
  ...shopJobs,
  ...errandJobs,
  deps.shopJobs,
}
`

describe('a vertical is removed', () => {
  it('by the imports from its folder and the lines that use what they brought', () => {
    expect(withoutVerticals(registry, ['shop'])).toBe(`import { errandJobs } from './errand/errand-jobs.ts'

/** What shopJobs is about. */
export const jobs = {
  bills: walkBills,
  ...errandJobs,
  deps.shopJobs,
}
`)
    expect(withoutVerticals(registry, ['tip'])).toBe(registry)
  })

  it('in the registries that the README lists, and in no other file', async () => {
    const { registries } = await findVertical(root)
    for (const page of ['README.md', 'README.zh-CN.md']) {
      const [, list = ''] =
        /<!-- registries -->\n([\s\S]*?)<!-- -->/.exec(readFileSync(path.join(root, page), 'utf8')) ?? []
      const listed = [...list.matchAll(/`([^`]+)`/g)].map(([, file]) => file)
      // A registry of a trade that was taken out may be one no longer.
      if (present.length === verticals.length) expect(listed.sort(), page).toEqual(registries)
      else expect(listed, page).toEqual(expect.arrayContaining([...registries]))
    }
  })

  it('leaves folders for each of them in core, backend, cloudfunctions and the app', async () => {
    const { folders } = await findVertical(root)
    for (const name of present)
      for (const place of ['packages/core/src', 'packages/backend/src/use-cases', 'cloudfunctions', 'apps/mini/src'])
        expect(folders).toContain(`${place}/${name}`)
  })
})
