import type { ChromiumPhone } from '../world/chromium-phone.ts'
import type { World } from '../world/world.ts'
import { allScenes } from './all-scenes.ts'
import { enact, type Scene } from './scene.ts'

/** Every scene of every page, once what they show has been made. */
export const makeScenes = async (world: World): Promise<readonly Scene[]> => {
  const scenes: Scene[] = []
  for (const make of await allScenes()) scenes.push(...(await make(world)))
  return scenes
}

/**
 * What keeps somebody from using these pages, one line per fault; a page that does not come to its state is one, too. A
 * user has one phone for all of them. `onScene` hears of each as it is done.
 */
export const faultsOf = async (
  world: World,
  scenes: readonly Scene[],
  onScene: (scene: Scene, faults: readonly string[]) => void = () => {},
): Promise<readonly string[]> => {
  const phones = new Map<string, ChromiumPhone>()
  const all: string[] = []
  for (const scene of scenes) {
    const phone = phones.get(scene.user) ?? (await world.phone(scene.user))
    phones.set(scene.user, phone)
    const faults = await look(phone, scene).catch((error: Error) => [error.message])
    onScene(scene, faults)
    all.push(...faults.map((fault) => `${scene.page}, ${scene.state}: ${fault}`))
  }
  await Promise.all([...phones.values()].map((phone) => phone.close()))
  return all
}

const look = async (phone: ChromiumPhone, scene: Scene): Promise<readonly string[]> => {
  await enact(phone, scene)
  return phone.seriousFaults()
}
