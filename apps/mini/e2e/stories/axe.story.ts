import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, makeScenes } from '../gallery/faults-of.ts'
import type { Scene } from '../gallery/scene.ts'
import { startWorld, type World } from '../world/world.ts'

/** The states in which a page shows most of what it has; `pnpm axe` looks at all of them. */
const fullest = ['loaded', 'unpaid', 'choosing', 'form', 'to ship', 'what', 'apply']

// All pages one after the other, each in two colour schemes.
const longMs = 300_000

describe('a page that is read aloud, or by weak eyes, in light and in dark', () => {
  let world: World
  let scenes: readonly Scene[]
  beforeAll(async () => {
    world = await startWorld({ timer: '0 0 * * * * *' })
    scenes = (await makeScenes(world)).filter(({ state }) => fullest.includes(state))
    return () => world.end()
  })

  it('has no serious fault, whichever page it is', { timeout: longMs }, async () => {
    expect(scenes.length).toBeGreaterThan(5)
    expect(await faultsOf(world, scenes)).toEqual([])
  })
})
