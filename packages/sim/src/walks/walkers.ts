import type { ExhaustiveScene } from '../exhaustive/scene.ts'
import { plainPay } from './plain-pay.ts'
import { plainPayAttacked } from './plain-pay-attacked.ts'
import { Walker } from './walker.ts'

/** The scenes that are walked; all others are lived. */
const walked: Readonly<Record<string, ExhaustiveScene>> = { plainPay, plainPayAttacked }

const walkers = new Map<string, Walker>()
/** Then all is forgotten and found anew: lives are the same, and memory has a limit. */
const mostPlaces = 1_000_000

/** Who walks the lives of this scene; `undefined` where they are lived. One for each thread: what one life has found, the next need not find again. */
export const walkerOf = (scene: string | undefined): Walker | undefined => {
  const spec = scene === undefined ? undefined : walked[scene]
  if (scene === undefined || spec === undefined) return undefined
  let walker = walkers.get(scene)
  if (walker === undefined || walker.places > mostPlaces) {
    walker = new Walker(spec)
    walkers.set(scene, walker)
  }
  return walker
}
