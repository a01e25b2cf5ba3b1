import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tipSeed } from './tip-seed.ts'

test('seed.json is what its source says: after a change run `tsx write-seeds.ts`', () => {
  expect(JSON.parse(readFileSync(join(import.meta.dirname, '..', 'seed.json'), 'utf8'))).toEqual(tipSeed())
})
