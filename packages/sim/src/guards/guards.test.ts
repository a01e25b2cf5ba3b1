import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundleLab } from '../lab/bundle-lab.ts'
import { guards } from './guards.ts'
import { probe } from './probe.ts'

const all = (held: boolean) => Object.fromEntries(guards.map(({ id }) => [id, held]))

describe('the guards of the notice', { timeout: 600_000 }, () => {
  test('all stand', async () => {
    expect(await probe()).toEqual(all(true))
  })

  for (const { id, what, removal } of guards)
    test(`the removal of “${what}” is noticed, and the others stand without it`, async () => {
      const without = (await import(pathToFileURL(await bundleLab(removal, 'guards/probe.ts')).href)) as {
        readonly probe: typeof probe
      }
      expect(await without.probe()).toEqual({ ...all(true), [id]: false })
    })
})
