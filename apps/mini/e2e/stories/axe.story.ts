import { beforeAll, describe, expect, it } from 'vitest'
import { allScenes, enact, type Scene } from '../gallery/scene.ts'
import { startWorld, type World } from '../world/world.ts'

/** The states in which a page shows most of what it has. */
const fullest = ['loaded', 'unpaid', 'choosing', 'form', 'to ship', 'what', 'apply']

describe('a page that is read aloud, or by weak eyes, in light and in dark', () => {
  let world: World
  let scenes: readonly Scene[]
  beforeAll(async () => {
    world = await startWorld({ timer: '0 0 * * * * *' })
    const made: Scene[] = []
    for (const make of await allScenes()) made.push(...(await make(world)))
    scenes = made.filter(({ state }) => fullest.includes(state))
    return () => world.end()
  })

  it('has no serious fault, whichever page it is', async () => {
    expect(scenes.length).toBeGreaterThan(5)
    const faults: string[] = []
    for (const scene of scenes) {
      const phone = await world.phone(scene.user)
      await enact(phone, scene)
      for (const fault of await phone.seriousFaults()) faults.push(`${scene.page}, ${scene.state}, ${fault}`)
      await phone.close()
    }
    expect(faults).toEqual([])
  }, 300_000)
})
