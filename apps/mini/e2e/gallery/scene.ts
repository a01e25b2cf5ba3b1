import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Phone } from '../world/phone.ts'
import type { World } from '../world/world.ts'
import { commonScenes } from './common-scenes.ts'

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

/** The scenes of the common pages and of the verticals that are present: each keeps its own in `stories/<name>/scenes.ts`. */
export const allScenes = async (): Promise<readonly Scenes[]> => {
  const stories = path.resolve(import.meta.dirname, '../stories')
  const files = readdirSync(stories)
    .map((name) => path.join(stories, name, 'scenes.ts'))
    .filter((file) => existsSync(file))
  const found = await Promise.all(files.map(async (file) => (await import(file)).scenes as Scenes))
  return [...found, commonScenes]
}

/** Brings the phone to the scene. */
export const enact = async (phone: Phone, { route, ready, act, offline }: Scene) => {
  await phone.network(offline ? 'none' : 'good')
  await phone.open(route)
  await act?.(phone)
  await phone.sees(ready)
}
