import { readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { bundleLab } from '../lab/bundle-lab.ts'
import { applyPatches, type Patch } from '../lab/patch.ts'
import { runOnAllCores } from '../lab/run-on-all-cores.ts'
import { catalogue } from './index.ts'

const packages = new URL('../../../', import.meta.url)

/** The file as the patches make it; throws where one does not fit any more. */
const patched = (file: string, patches: readonly Patch[]): string =>
  applyPatches(`packages/${file}`, readFileSync(new URL(file, packages), 'utf8'), patches)

describe('the catalogue of bugs', { timeout: 600_000 }, () => {
  test('has sixty or more, each once, each with the public place where it happened', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(60)
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
    for (const { id, source } of catalogue) expect(new URL(source).protocol, id).toBe('https:')
  })

  test('fits our code: every patch finds its place once, changes it, and leaves code that can be read', async () => {
    for (const { id, patches, mask } of catalogue) {
      const all = [...patches, ...(mask?.patches ?? [])]
      for (const file of new Set(all.map((patch) => patch.file))) {
        const broken = patched(file, all)
        expect(broken, id).not.toBe(patched(file, []))
        await expect(transform(broken, { loader: 'ts' }), id).resolves.toBeDefined()
      }
    }
  })

  test('is about code that the lab runs', async () => {
    const files = new Set(
      catalogue.flatMap(({ patches, mask }) => [...patches, ...(mask?.patches ?? [])]).map(({ file }) => file),
    )
    const unchanged = [...files].map((file) => ({ file, find: patched(file, []), replace: patched(file, []) }))
    await expect(bundleLab(unchanged)).resolves.toMatch(/lab-/)
    await expect(bundleLab([{ file: 'core/src/nowhere.ts', find: '', replace: '' }])).rejects.toThrow(
      'not part of the lab',
    )
  })

  test('a patch that does not fit is refused, not ignored', () => {
    const file = 'core/src/order/decide.ts'
    expect(() => patched(file, [{ file, find: 'no such text', replace: '' }])).toThrow('0 times, not once')
    expect(() => patched(file, [{ file, find: 'import', replace: '' }])).toThrow('times, not once')
  })

  test('a bug that is switched on is found within a few lives that are good without it', async () => {
    const lives = async (patches: readonly Patch[]) => {
      const run = { seed: 1, lives: 40, threads: 1, stopAtViolation: true }
      return (await runOnAllCores(await bundleLab(patches), run)).tally.failures
    }
    const [oversold] = catalogue.filter(({ id }) => id === 'oversold')
    expect(await lives([])).toEqual([])
    expect((await lives(oversold?.patches ?? [])).map(({ violations }) => violations[0]?.checker)).toEqual(['stock'])
  })
})
