import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { presentVerticals } from './present-verticals.ts'
import type { VerticalFolder } from './remove-vertical.ts'

const core = fileURLToPath(new URL('../packages/core/src/index.ts', import.meta.url))

/** What a client carries that names these exports and no others. */
const bundle = async (names: string, minifyIdentifiers = true, more = ''): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: `export ${names} from ${JSON.stringify(core)}\n${more}`, loader: 'ts', resolveDir: '/' },
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers,
    write: false,
    format: 'esm',
    target: 'es2018',
  })
  return outputFiles[0]?.text ?? ''
}
const gzipped = async (names: string) => gzipSync(await bundle(names)).length

const present = presentVerticals(path.resolve(import.meta.dirname, '..'))

/** What the screens of each trade use of core beside what all use. */
const used: Readonly<Record<VerticalFolder, string>> = {
  shop: 'shopContract, repriceCart, mergeLines, skuChoices, chosenSku, nextShopFulfilment',
  errand: 'errandContract, errandKinds, needsFrom, hasPickupCode',
  tip: 'tipContract',
}

const common = 'orderContract, printYuan, parseYuan, sumFen, afterSaleReasons, utf8Length'

describe('@pay/core in a client', () => {
  it.each(present)('stays within 30 KB gzipped with all there is of %s', async (vertical) => {
    const all = core.replace(/index\.ts$/, `${vertical}/index.ts`)
    expect(
      gzipSync(await bundle(`{ ${common} }`, true, `export * from ${JSON.stringify(all)}`)).length,
    ).toBeLessThanOrEqual(30 * 1024)
  })

  it.each(present)('takes 8 KB for the contracts and the rules that the screens of %s use', async (vertical) => {
    expect(await gzipped(`{ ${common}, ${used[vertical]} }`)).toBeLessThanOrEqual(8 * 1024)
  })

  it('names no platform, reads no clock and draws no lots, its schema library included', async () => {
    const text = await bundle('*', false)
    expect(text.length).toBeGreaterThan(10_000)
    for (const name of [
      /\bwx\.\w+\(/,
      /\bprocess\b/,
      /\bfetch\(/,
      /\bBuffer\b/,
      /\bsetTimeout\b/,
      /\bconsole\b/,
      /\bdocument\b/,
      /\bDate\.now\b/,
      /\bnew Date\(\)/,
      /\bMath\.random\b/,
    ])
      expect(text.match(name), String(name)).toBeNull()
  })
})
