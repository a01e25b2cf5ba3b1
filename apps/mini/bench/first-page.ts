/**
 * `pnpm --filter @pay/mini first-page`: the first page of the h5 build beside that of Taro's own default template, built by the same
 * Taro, served the same way and opened on the same slow phone. Times are medians of five visits, taken in turns.
 */
import path from 'node:path'
import { launchChromium } from '@pay/chromium'
import { execa } from 'execa'
import { buildDefaultTemplate } from './default-template.ts'
import { type FirstLoad, firstLoad } from './first-load.ts'
import { serveFolder } from './serve-folder.ts'

const mini = path.resolve(import.meta.dirname, '..')
const visits = 5

const main = async (): Promise<void> => {
  await execa('pnpm', ['exec', 'turbo', 'run', 'build:h5', '--filter', '@pay/mini'], { cwd: path.join(mini, '../..') })
  const builds = [
    await serveFolder(await buildDefaultTemplate(path.join(mini, '../../.artifacts/first-page'))),
    await serveFolder(path.join(mini, 'dist/h5')),
  ]
  const browser = await launchChromium()
  const loads: FirstLoad[][] = builds.map(() => [])
  try {
    for (let visit = 0; visit <= visits; visit++)
      for (const [at, { address }] of builds.entries()) {
        const load = await firstLoad(browser, address)
        // The very first visit of each also packs its files.
        if (visit > 0) loads[at]?.push(load)
      }
  } finally {
    await browser.close()
    for (const build of builds) build.end()
  }
  const [template = [], ours = []] = loads
  say('JavaScript gzipped, KB', (load) => load.scriptBytes / 1_000, template, ours)
  say('first content, ms', (load) => load.firstContentMs, template, ours)
}

const say = (what: string, of: (load: FirstLoad) => number, template: FirstLoad[], ours: FirstLoad[]): void => {
  const [theirs, own] = [median(template.map(of)), median(ours.map(of))]
  console.log(`${what}: template ${theirs.toFixed(0)}, taropay ${own.toFixed(0)}, ratio ${(own / theirs).toFixed(2)}`)
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

await main()
