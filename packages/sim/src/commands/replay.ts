import { storyOf } from '../engine/story.ts'
import { numberOf, type Options } from '../options.ts'

/** One life again, from its seed and its number. */
export const replay = async (options: Options): Promise<number> => {
  const [seed, life] = [numberOf(options.seed, 1), numberOf(options.life, 0)]
  const outcome = await storyOf(seed, life, options.scene, options.json === true ? () => {} : console.log)
  if (options.json === true) console.log(JSON.stringify({ seed, life, ...outcome }, undefined, 2))
  return outcome.violations.length === 0 ? 0 : 1
}
