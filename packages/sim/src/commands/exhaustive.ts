import { type Exploration, explore } from '../exhaustive/explore.ts'
import { exhaustiveScenes } from '../exhaustive/scenes.ts'
import type { Options } from '../options.ts'
import { count } from './progress.ts'

/** Every interleaving of every scene, to the end. */
export const exhaustive = async (options: Options): Promise<number> => {
  Error.stackTraceLimit = 0
  const explorations: Exploration[] = []
  for (const scene of exhaustiveScenes) {
    if (options.only !== undefined && !scene.name.includes(options.only)) continue
    const progress = (states: number) => process.stderr.isTTY && process.stderr.write(`\r${count(states)} states   `)
    const explored = await explore(scene, { progress })
    explorations.push(explored)
    if (options.json === true) continue
    const { states, worlds, transitions, complete, violations, seconds } = explored
    console.log(`${scene.name}, ${scene.faults} faults`)
    console.log(
      `  ${count(states)} states of ${count(worlds)} worlds, ${count(transitions)} transitions, ${complete ? 'complete' : 'NOT complete'}, ${seconds} s`,
    )
    for (const { what, story } of violations.slice(0, 1)) console.log(`  BROKEN ${what}\n    ${story.join('\n    ')}`)
  }
  const sum = (of: (one: (typeof explorations)[number]) => number) =>
    explorations.reduce((all, one) => all + of(one), 0)
  const complete = explorations.every((one) => one.complete)
  const violations = sum((one) => one.violations.length)
  if (options.json === true)
    console.log(
      JSON.stringify({
        states: sum((one) => one.states),
        transitions: sum((one) => one.transitions),
        complete,
        violations,
        scenes: explorations,
      }),
    )
  return violations === 0 && complete ? 0 : 1
}
