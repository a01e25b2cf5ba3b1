import { afterAll, beforeAll, beforeEach, it } from 'vitest'
import { startWorld, type World, type WorldOptions } from './world/world.ts'

let world: World

/** Call once in a file of stories: starts the world before the first and ends it after the last; each begins with a fresh one. */
export const inAWorld = (options?: WorldOptions) => {
  beforeAll(async () => {
    world = await startWorld(options)
  })
  beforeEach(() => world.reset())
  afterAll(() => world?.end())
}

/** One story of a user. Where it fails, pictures of what its phones showed are kept with the test's artefacts. */
export const story = (name: string, tell: (world: World) => Promise<void>) =>
  it(name, () =>
    tell(world).catch(async (error: unknown) => {
      await world.keepPictures(name)
      throw error
    }),
  )
