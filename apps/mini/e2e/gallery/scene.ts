import type { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'

/** One page in one state. */
export interface Scene {
  /** Of which page, such as `shop goods`. */
  readonly page: string
  /** In which state: `loaded`, `empty`, `error`, `long`, or a word of its own. */
  readonly state: string
  readonly user: string
  readonly route: string
  /** What is to be read when it is all there. */
  readonly ready: string | RegExp
  /** Done on the page before it is looked at. */
  readonly act?: (phone: Phone) => Promise<void>
  /** The page is opened without a network. */
  readonly offline?: boolean
}

/** Makes what the scenes show, and tells them. */
export type Scenes = (world: World) => Promise<readonly Scene[]>

/** As anna sees it, unless said. */
export const scene = (
  page: string,
  state: string,
  route: string,
  ready: string | RegExp,
  more: Partial<Scene> = {},
): Scene => ({ page, state, user: 'anna', route, ready, ...more })

/** Brings the phone to the scene. */
export const enact = async (phone: Phone, { route, ready, act, offline }: Scene) => {
  await phone.network(offline ? 'none' : 'good')
  await phone.open(route)
  await act?.(phone)
  await phone.sees(ready)
}
