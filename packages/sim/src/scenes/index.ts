import { errand } from './errand.ts'
import { payAttacked } from './pay-attacked.ts'
import { payOne } from './pay-one.ts'
import type { Scene } from './scene.ts'
import { shop } from './shop.ts'
import { tip } from './tip.ts'

/** By name, each with its share of the lives when none is named. */
const scenes: Readonly<Record<string, Scene>> = { shop, errand, tip, payOne, payAttacked }

/** The plain pay flow is for measuring; what is not named is everything together. */
export const sceneOf = (name: string | undefined): Scene => {
  const scene = name === undefined ? everything : scenes[name]
  if (scene === undefined) throw new Error(`no scene ${name}: ${Object.keys(scenes).join(', ')}`)
  return scene
}

const everything: Scene = (world) => world.scheduler.random.pick(mix)(world)

const mix: readonly Scene[] = [shop, shop, shop, errand, errand, tip]
