import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shopSeed } from './shop/seed/shop-seed.ts'
import { tipSeed } from './tip/seed/tip-seed.ts'

/** What a new deployment starts with, for the emulator and for the real one: one line per vertical that has something. */
const seeds: Readonly<Record<string, () => object>> = {
  // folder: documents
  shop: shopSeed,
  tip: tipSeed,
}

// `tsx write-seeds.ts` writes the seed.json of each vertical anew.
for (const [folder, seed] of Object.entries(seeds))
  writeFileSync(join(import.meta.dirname, folder, 'seed.json'), `${JSON.stringify(seed(), null, 2)}\n`)
