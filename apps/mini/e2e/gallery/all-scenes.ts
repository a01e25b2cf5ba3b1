import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { commonScenes } from './common-scenes.ts'
import type { Scenes } from './scene.ts'

/** The scenes of the common pages and of the verticals that are present: each keeps its own in `stories/<name>/scenes.ts`. */
export const allScenes = async (): Promise<readonly Scenes[]> => {
  const stories = path.resolve(import.meta.dirname, '../stories')
  const files = readdirSync(stories)
    .map((name) => path.join(stories, name, 'scenes.ts'))
    .filter((file) => existsSync(file))
  const found = await Promise.all(files.map(async (file) => (await import(file)).scenes as Scenes))
  return [...found, commonScenes]
}
